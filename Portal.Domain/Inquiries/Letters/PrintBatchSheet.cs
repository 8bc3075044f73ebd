using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Offices;
using Portal.Domain.Paper;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Text;

namespace Portal.Domain.Inquiries.Letters;

/// <summary>
/// Prints one sheet with several open inquiries to one agency, to go over them with its liaison in a call or a meeting. What can't be
/// discussed today, because a release ended, is left out and named. Every case records that it was on the sheet.
/// </summary>
public sealed class PrintBatchSheet(PortalDb db, LetterDesk desk, OfficePractice practice, PaperPrinter printer, TimeProvider clock)
{
    /// <summary>The most inquiries on one sheet.</summary>
    public const int Most = 100;

    /// <summary>The agency, and the inquiries as they were chosen.</summary>
    public sealed record Command(string AgencyCode, IReadOnlyList<Guid> InquiryIds);

    /// <summary>The sheet.</summary>
    /// <param name="Pdf">The PDF.</param>
    /// <param name="LeftOut">References of cases that can't be discussed with the agency today.</param>
    public sealed record Printed(byte[] Pdf, IReadOnlyList<string> LeftOut) : Outcome.Success;

    /// <summary>Prints it.</summary>
    public async Task<Outcome> ExecuteAsync(Command command, Actor actor, CancellationToken cancellation)
    {
        if (actor.Demand(Permission.ContactAgencies) is { } refusal)
            return refusal;
        if (command.InquiryIds.Count is 0 or > Most)
            return new Outcome.Refused("Choose at least one inquiry, and no more than {0}.", Most);
        var act = new Act(this, actor, clock.GetUtcNow().UtcDateTime);
        var open = await db.Set<AgencyInquiry>().AsNoTracking()
            .Where(i => command.InquiryIds.Contains(i.Id) && i.AgencyCode == command.AgencyCode && i.EndedAt == null)
            .OrderBy(i => i.ExpectedOn).ThenBy(i => i.Id).ToListAsync(cancellation);
        var (rows, leftOut) = (new List<LetterSituation>(), new List<string>());
        foreach (var inquiry in open)
        {
            if (await desk.ReadAsync(inquiry.CaseId, null, inquiry.Id, actor.Name, cancellation) is not { } situation)
                continue;
            if (situation.IsClosed || situation.Readiness is not Readiness.Ready)
            {
                leftOut.Add(situation.Reference);
                continue;
            }

            rows.Add(situation);
            db.Record(act, inquiry.CaseId, new BatchSheetPrinted(inquiry.Id, inquiry.AgencyCode));
        }

        if (rows.Count == 0)
            return new Outcome.Refused("None of these can be discussed with the agency today. Check their privacy releases.");
        var pdf = printer.Print(Lay(rows, await practice.OfficeAsync(cancellation), actor.Name, act.At));
        return await db.CommitAsync(cancellation, new Printed(pdf, leftOut));
    }

    private static PaperDocument Lay(IReadOnlyList<LetterSituation> rows, Office? office, string caller, DateTime now)
    {
        var first = rows[0];
        List<PaperBlock> blocks =
        [
            new Paragraph($"{Texts.Day("en", first.Today)} · Prepared by {caller} · Open inquiries: {rows.Count}"),
            new Paragraph("Confidential. A signed privacy release or a statutory exception is on file for each person on this sheet."),
        ];
        foreach (var row in rows)
        {
            var inquiry = row.Inquiry!;
            blocks.Add(new Heading(2, $"{row.Person} · {row.Reference}"));
            blocks.Add(new Fields(
            [
                .. new Field[]
                {
                    new("Program", row.Topic?.Program.En ?? row.Agency.ShortName),
                    new("ID numbers", string.Join('\n', row.Numbers)),
                    new("First asked", Texts.Day("en", row.DayOf(inquiry.SentAt))),
                    new("Follow-ups sent", string.Join('\n', inquiry.FollowUps.OrderBy(f => f.SentAt).Select(f => Texts.Day("en", row.DayOf(f.SentAt))))),
                    new("Answer expected", Texts.Day("en", inquiry.ExpectedOn) + (inquiry.IsOverdue(row.Today) ? $" ({row.Today.DayNumber - inquiry.ExpectedOn.DayNumber} days ago)" : "")),
                    new("Urgent", row.Deadline ?? ""),
                    new("We asked", Request(row)),
                    new("Answer today", "\n"),
                }.Where(f => f.Value.Length > 0),
            ]));
        }

        return new($"Open inquiries with {first.Agency.Name}", "en", $"{first.Agency.Code} {first.Today:yyyy-MM-dd}", now, blocks)
        {
            Issuer = office?.MemberFullName ?? "",
            IssuerDetail = LetterPaper.Letterhead(office),
        };
    }

    // What our letter asked. What was said on the phone is for staff alone.
    private static string Request(LetterSituation row) =>
        row.Earlier.FirstOrDefault(l => l.Id == row.Inquiry!.Id) is { } letter ? LetterContent.Read(letter.Content)[LetterBlock.Request].Trim() : "";
}
