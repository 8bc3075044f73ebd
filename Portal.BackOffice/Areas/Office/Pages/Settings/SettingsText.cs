using Portal.BackOffice.Kit;

namespace Portal.BackOffice.Areas.Office.Pages.Settings;

/// <summary>English text for values of the settings page. It's also the key of the translation.</summary>
public static class SettingsText
{
    /// <summary>Heading of a group.</summary>
    public static string Of(ServerSettingGroup group) => group switch
    {
        ServerSettingGroup.Server => Says("Server and data"),
        ServerSettingGroup.Email => Says("Email"),
        ServerSettingGroup.Protection => Says("Keys and checks"),
        ServerSettingGroup.Site => Says("Public site"),
        _ => Says("Limits against abuse"),
    };

    /// <summary>Where a value comes from.</summary>
    public static string Of(ServerSettingSource source) => source switch
    {
        ServerSettingSource.Environment => Says("from an environment variable"),
        ServerSettingSource.File => Says("from appsettings.json"),
        ServerSettingSource.CommandLine => Says("from the command line"),
        ServerSettingSource.Other => Says("set at start"),
        _ => Says("default"),
    };

    // Marks a text as a key of the translations.
    private static string Says(string english) => english;
}
