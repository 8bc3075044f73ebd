namespace Portal.BackOffice.Kit;

/// <summary>What a server setting is about.</summary>
public enum ServerSettingGroup
{
    /// <summary>Where Portal runs and keeps its data.</summary>
    Server,

    /// <summary>Sending and reading email.</summary>
    Email,

    /// <summary>Keys, certificates, and checks of what comes in.</summary>
    Protection,

    /// <summary>The public site.</summary>
    Site,

    /// <summary>How often one address may ask.</summary>
    Limits,
}

/// <summary>Where a server setting's present value comes from.</summary>
public enum ServerSettingSource
{
    /// <summary>It isn't set, so the default applies.</summary>
    Default,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>A file beside the program.</summary>
    File,

    /// <summary>The command line.</summary>
    CommandLine,

    /// <summary>Somewhere else.</summary>
    Other,
}

/// <summary>A setting that whoever runs the server sets, as the settings page explains it.</summary>
/// <param name="Name">Its name below <c>Portal:</c>.</param>
/// <param name="Group">What it's about.</param>
/// <param name="Meaning">What it does and what changes with it, in English; the key of its translation.</param>
/// <param name="Default">What applies when it isn't set, in English; the key of its translation.</param>
public sealed record ServerSetting(string Name, ServerSettingGroup Group, string Meaning, string Default)
{
    /// <summary>Whether its value is a secret, which is never shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The present value; null when it isn't set, and for a secret.</summary>
    public string? Value { get; init; }

    /// <summary>Where it comes from.</summary>
    public ServerSettingSource Source { get; init; }

    /// <summary>Its full name, as in appsettings.</summary>
    public string FullName => "Portal:" + Name;
}

/// <summary>The settings of this server, as they were when it started.</summary>
public sealed record ServerSettings(IReadOnlyList<ServerSetting> All);
