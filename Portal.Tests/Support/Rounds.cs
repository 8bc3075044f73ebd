namespace Portal.Tests.Support;

/// <summary>How often randomized tests repeat: a few times per commit, in full with PORTAL_TEST_LONG=1.</summary>
public static class Rounds
{
    public static bool AreLong { get; } = Environment.GetEnvironmentVariable("PORTAL_TEST_LONG") == "1";

    public static int Of(int full, int quick) => AreLong ? full : quick;
}
