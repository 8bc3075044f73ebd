using System.Globalization;
using System.Threading.RateLimiting;
using Portal.BackOffice.Kit;
using Portal.Domain.Constituents;

namespace Portal.Web.Hosting;

/// <summary>
/// How often one client address can ask for anything, and less often for what can be guessed or costs much; how many codes are
/// emailed to one address. Each policy can be changed in <c>Portal:Limits:&lt;policy&gt;:Permits</c>
/// and <c>:Seconds</c>.
/// </summary>
public static class RateLimits
{
    /// <summary>Ordinary public forms.</summary>
    public const string PublicPost = "public-post";

    /// <summary>The steps of a request. A household or library behind one address can fill in several at once.</summary>
    public const string Step = "request-step";

    /// <summary>Requesting and trying codes.</summary>
    public const string Code = "code";

    /// <summary>File uploads.</summary>
    public const string Upload = "upload";

    /// <summary>Verifying a document, including by GET with a code.</summary>
    public const string Verify = "verify";

    /// <summary>Passwords, second factors and passkeys.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Printing a form, which makes a PDF.</summary>
    public const string Paper = "paper";

    // Everything but static files and health probes. A library or an office is many people behind one address.
    private const string Everything = "everything";

    // Counted by the operation, because the email address is in the form and not in the request.
    private const string MailedCodes = "mailed-codes";

    // Counted by the page, after the bot check.
    private const string DoubtfulRequest = "doubtful-request";

    private static readonly Dictionary<string, Limit> Defaults = new()
    {
        [PublicPost] = new(120, 60),
        [Step] = new(300, 60),
        [Code] = new(30, 600),
        [Upload] = new(120, 600),
        [Verify] = new(60, 60),
        [SignIn] = new(40, 300),
        [Paper] = new(60, 60),
    };

    /// <summary>Registers the policies.</summary>
    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : TimeSpan.FromMinutes(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        var everything = Configured(configuration, Everything, new(1200, 60));
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.IsErrorPage()
            ? RateLimitPartition.GetNoLimiter("error page")
            : Partition(context, everything, always: true));
        foreach (var (policy, fallback) in Defaults)
        {
            var limit = Configured(configuration, policy, fallback);
            options.AddPolicy(policy, context =>
                Partition(context, limit, policy == Paper || (policy == Verify && context.Request.Query.ContainsKey("code"))));
        }
    });

    /// <summary>How many requests that the bot check doubts one client address can send.</summary>
    public static PartitionedRateLimiter<HttpContext> Doubtful(IConfiguration configuration)
    {
        var limit = Configured(configuration, DoubtfulRequest, new(20, 3600));
        return PartitionedRateLimiter.Create<HttpContext, string>(context => Partition(context, limit, true));
    }

    private static Limit Configured(IConfiguration configuration, string policy, Limit fallback)
    {
        var section = configuration.GetSection($"Portal:Limits:{policy}");
        return new(section.GetValue("Permits", fallback.Permits), section.GetValue("Seconds", fallback.Seconds));
    }

    /// <summary>How many emails of a kind go to one unconfirmed address; for codes, also per case.</summary>
    public static MailLimit CodesMailed(IConfiguration configuration)
    {
        var section = configuration.GetSection($"Portal:Limits:{MailedCodes}");
        return new(
            section.GetValue("Permits", MailLimit.Usual.Most),
            TimeSpan.FromSeconds(Math.Min(section.GetValue("Seconds", MailLimit.Usual.Window.TotalSeconds), 86_400)));
    }

    private static RateLimitPartition<string> Partition(HttpContext context, Limit limit, bool always) =>
        !always && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            ? RateLimitPartition.GetNoLimiter("reading")
            : RateLimitPartition.GetFixedWindowLimiter(ClientAddress.From(context.Connection.RemoteIpAddress), _ => new()
            {
                PermitLimit = limit.Permits,
                Window = TimeSpan.FromSeconds(limit.Seconds),
                QueueLimit = 0,
            });

    private sealed record Limit(int Permits, int Seconds);
}
