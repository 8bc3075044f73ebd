using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Portal.Domain.Platform.Mail;
using Portal.Web.Hosting;

namespace Portal.Tests.Domain.Platform.Mail;

/// <summary>Building a mail server from configuration.</summary>
public sealed class MailSettingsTests
{
    [Theory]
    [InlineData("Production", "", "", MailSecurity.StartTls, MailSignIn.None)]
    [InlineData("Development", "", "/mail", null, MailSignIn.None)]
    [InlineData("Production", "Host=a.example", "a.example:587", MailSecurity.StartTls, MailSignIn.None)]
    [InlineData("Production", "Host=a.example Port=465", "a.example:465", MailSecurity.Tls, MailSignIn.None)]
    [InlineData("Production", "Host=a.example Port=465 Security=StartTls UserName=", "a.example:465", MailSecurity.StartTls, MailSignIn.None)]
    [InlineData("Production", "Host=localhost Port=25 Security=None", "localhost:25", MailSecurity.None, MailSignIn.None)]
    [InlineData("Development", "Host=a.example UserName=portal Password=hush", "a.example:587", MailSecurity.StartTls, MailSignIn.Password)]
    [InlineData("Production", "Host=a.example UserName=portal Token:File=/token", "a.example:587", MailSecurity.StartTls, MailSignIn.AccessToken)]
    [InlineData(
        "Production", "Host=a.example UserName=portal Token:Endpoint=https://login.example/t Token:ClientId=a Token:ClientSecret=b", "a.example:587",
        MailSecurity.StartTls, MailSignIn.AccessToken)]
    public async Task The_server_matches_the_settings(string environment, string settings, string where, MailSecurity? security, MailSignIn signIn)
    {
        var setup = await SetupAsync(environment, settings);
        Assert.Equal((where, security, signIn), (setup.Where, setup.Security, setup.SignIn));
    }

    private static async Task<MailSetup> SetupAsync(string environment, string settings)
    {
        var values = settings.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => s.Split('=', 2))
            .Select(s => KeyValuePair.Create("Mail:" + s[0], (string?)s[1]));
        var mail = new ConfigurationBuilder().AddInMemoryCollection(values).Build().GetSection("Mail").Get<MailSettings>() ?? new();
        var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        mail.Register(services, "/mail");
        await using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<MailSetup>();
    }
}
