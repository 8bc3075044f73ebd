namespace Portal.Tests.Simulation;

/// <summary>When the mail server or the whole site is down, and when nobody works. Local times of the office.</summary>
internal sealed class Troubles
{
    private readonly List<(DateTime From, DateTime Until)> _mail;
    private readonly List<(DateTime From, DateTime Until)> _site;
    private readonly List<(DateTime From, DateTime Until)> _nobody;

    public Troubles(Random random, DateOnly from, DateOnly until)
    {
        // From an hour to four days, which is less than the five days after which an email is given up.
        _mail = Spread(random, from, until, 12, hours: 96);
        _site = Spread(random, from, until, 17, hours: 72);
        // Twice, for two weeks, everybody is out. The first time is early, so that a short run has it too.
        _nobody = [.. new[] { 20, 300 }.Select(d => from.AddDays(d).ToDateTime(default)).Select(d => (d, d.AddDays(14)))];
    }

    public int MailOutages => _mail.Count;

    public int SiteOutages => _site.Count;

    public bool IsMailDown(DateTime at) => Has(_mail, at);

    public bool IsSiteDown(DateTime at) => Has(_site, at);

    public bool IsNobodyThere(DateTime at) => Has(_nobody, at);

    private static bool Has(List<(DateTime From, DateTime Until)> spans, DateTime at) => spans.Exists(s => s.From <= at && at < s.Until);

    // Short ones are more common than long ones.
    private static List<(DateTime From, DateTime Until)> Spread(Random random, DateOnly from, DateOnly until, int every, int hours)
    {
        var spans = new List<(DateTime, DateTime)>();
        for (var at = from.AddDays(random.Next(1, every)).ToDateTime(new(random.Next(24), 0)); at < until.ToDateTime(default); at = at.AddDays(random.Next(1, 2 * every)))
            spans.Add((at, at.AddHours(1 + (random.NextDouble() * random.NextDouble() * (hours - 1)))));
        return spans;
    }
}
