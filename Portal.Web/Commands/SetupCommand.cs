using System.CommandLine;
using System.Globalization;
using Portal.Domain.Districts;
using Portal.Domain.Offices;

namespace Portal.Web.Commands;

/// <summary>Makes the office, or changes it; a second run with the same values changes nothing.</summary>
internal static class SetupCommand
{
    private static readonly Option<FileInfo?> Legislators = new("--legislators") { Description = "legislators-current.yaml of the congress-legislators project" };
    private static readonly Option<FileInfo?> Offices = new("--offices") { Description = "legislators-district-offices.yaml of the same project" };
    private static readonly Option<string?> Bioguide = new("--bioguide") { Description = "The Member's Bioguide identifier: name, chamber, State, district and locations then come from these files" };
    private static readonly Option<Chamber?> ChamberOf = new("--chamber") { Description = "House or Senate" };
    private static readonly Option<string?> Member = new("--member") { Description = "The Member's name without title" };
    private static readonly Option<string?> State = new("--state") { Description = "Postal code of the State" };
    private static readonly Option<int?> District = new("--district") { Description = "House only; 0 for at-large" };
    private static readonly Option<string?> TimeZone = new("--time-zone") { Description = "Such as America/Denver; the State's main one by default" };
    private static readonly Option<string?> Phone = new("--phone") { Description = "Main telephone" };
    private static readonly Option<string?> Email = new("--email") { Description = "Address constituents may write to" };
    private static readonly Option<string?> Website = new("--website") { Description = "The Member's official website" };

    public static Command Create(string[] settings)
    {
        var command = new Command("setup", "Set up the office, from the public data on Members or from values.")
        {
            Legislators, Offices, Bioguide, ChamberOf, Member, State, District, TimeZone, Phone, Email, Website,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(Legislators) is null != result.GetValue(Offices) is null)
                result.AddError("Give --legislators and --offices together.");
            else if (!result.Children.Any())
                result.AddError("Give --bioguide with both files, or --chamber, --member and --state.");
        });
        command.SetAction(async (result, cancellation) =>
        {
            await using var services = await CommandServices.UpgradeAsync(settings, cancellation);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(Legislators) is { } legislators && result.GetValue(Offices) is { } offices)
                await output.WriteLineAsync(await ImportAsync(services, legislators, offices, cancellation));
            await output.WriteLineAsync(await SetUpAsync(services, result, cancellation));
            return 0;
        });
        return command;
    }

    private static async Task<string> ImportAsync(CommandServices services, FileInfo legislators, FileInfo offices, CancellationToken cancellation)
    {
        using var current = legislators.OpenText();
        using var homes = offices.OpenText();
        return await services.Get<ImportLegislators>().ExecuteAsync(current, homes, CommandServices.Actor, cancellation) switch
        {
            ImportLegislators.Imported done => $"Imported {done.Legislators} Members and {done.Offices} of their offices." + (done.TermsEnded == 0 ? "" : $" The term of {done.TermsEnded} of them has ended: look for newer files."),
            ImportLegislators.Refused refused => throw new CommandFailure(refused.Why.ToString()),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static async Task<string> SetUpAsync(CommandServices services, ParseResult result, CancellationToken cancellation)
    {
        var wanted = new SetUpOfficeCommand
        {
            Bioguide = result.GetValue(Bioguide),
            Chamber = result.GetValue(ChamberOf),
            MemberFullName = result.GetValue(Member),
            State = result.GetValue(State),
            District = result.GetValue(District),
            TimeZone = result.GetValue(TimeZone),
            Phone = result.GetValue(Phone),
            Email = result.GetValue(Email),
            Website = result.GetValue(Website),
        };
        return await services.Get<SetUpOffice>().ExecuteAsync(wanted, CommandServices.Actor, cancellation) switch
        {
            SetUpOfficeResult.Done done => $"{(done.Created ? "Set up" : done.Changed ? "Changed" : "Nothing to change for")} the office of {done.Office.MemberName}, {done.Office.State}{(done.Office.District is { } number ? $" District {number}" : "")}, time zone {done.Office.TimeZone}.",
            SetUpOfficeResult.Refused refused => throw new CommandFailure(string.Format(CultureInfo.InvariantCulture, refused.Text, refused.Value)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }
}
