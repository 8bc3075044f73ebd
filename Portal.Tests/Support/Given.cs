using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Closing;
using Portal.Domain.HelpRequests;
using Portal.Domain.Inquiries;
using Portal.Domain.Inquiries.Letters;
using Portal.Domain.Intake;
using Portal.Domain.Liaisons;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.PrivacyReleases.Templates;
using Portal.Domain.Staff;

namespace Portal.Tests.Support;

/// <summary>Puts an office into a state by running the operations that lead there.</summary>
public sealed class Given(DomainHost office)
{
    /// <summary>The data key of a case whose rows a test writes itself.</summary>
    public static DataKey KeyOf(Guid caseId)
    {
        using var db = DatabaseSettings.File("never-opened.db").Open(TestDatabase.Keys);
        new Vault(db, TestDatabase.Keys, TimeProvider.System).Create(caseId);
        return db.ChangeTracker.Entries<DataKey>().Single().Entity;
    }

    /// <summary>A member of staff.</summary>
    public async Task<Actor> Staff(
        StaffRole role, string name = "Maria", string languages = "", string specialties = "", string? location = null, int? maxOpenCases = null,
        DateOnly? absentFrom = null, DateOnly? absentUntil = null)
    {
        var email = $"{name.ToLowerInvariant()}@nunez.example.gov";
        var added = (AddStaff.Added)await office.DoAsync<AddStaff>(o => o.ExecuteAsync(new(email, name, role), Actor.System("test"), default));
        await office.DoAsync<ChangeStaff>(o => o.ExecuteAsync(
            new(added.StaffId, name, role, false)
            {
                Languages = languages,
                Specialties = specialties,
                Location = location,
                MaxOpenCases = maxOpenCases,
                AbsentFrom = absentFrom,
                AbsentUntil = absentUntil,
            },
            Actor.System("test"), default));
        return Actor.Staff(added.StaffId, name, role);
    }

    public Task<Actor> Caseworker(string name = "Maria", string languages = "", string specialties = "", string? location = null, int? maxOpenCases = null) =>
        Staff(StaffRole.Caseworker, name, languages, specialties, location, maxOpenCases);

    /// <summary>A draft like the one a browser has a token for.</summary>
    public async Task<SaveDraft.Saved> Draft(RequestAnswers? answers = null, string language = "en") =>
        (SaveDraft.Saved)await office.DoAsync<SaveDraft>(o => o.ExecuteAsync(
            new(null, language, _ => answers ?? Answers.Complete()), Actor.Anonymous, default));

    public Task<Case> SubmittedCase(string? topic = "ssa-missing-payment") => SubmittedCase(Answers.Complete(topic));

    public async Task<Case> SubmittedCase(RequestAnswers answers)
    {
        var draft = await Draft(answers, answers.Language ?? "en");
        var submitted = (SubmitRequest.Submitted)await office.DoAsync<SubmitRequest>(o => o.ExecuteAsync(new(draft.Token, null), Actor.Anonymous, default));
        return await office.NowAsync<Case>(submitted.CaseId);
    }

    /// <summary>A case accepted by a caseworker, with its release waiting for a signature.</summary>
    public async Task<Case> AcceptedCase(Actor by, RequestAnswers? answers = null)
    {
        var @case = await SubmittedCase(answers ?? Answers.Complete());
        await office.DoAsync<AcceptCase>(o => o.ExecuteAsync(new(@case.Id, null), by, default));
        return await office.NowAsync<Case>(@case.Id);
    }

    /// <summary>An accepted case whose release was signed on the website.</summary>
    public async Task<Case> SignedCase(Actor by, RequestAnswers? answers = null)
    {
        var @case = await AcceptedCase(by, answers);
        await Signature(@case.Id);
        return await office.NowAsync<Case>(@case.Id);
    }

    /// <summary>A case with an inquiry sent to the agency just now.</summary>
    public async Task<Case> CaseWithAgency(Actor by, RequestAnswers? answers = null)
    {
        var @case = await SignedCase(by, answers);
        await office.DoAsync<SendInquiry>(o => o.ExecuteAsync(Inquiry(@case), by, default));
        return await office.NowAsync<Case>(@case.Id);
    }

    public async Task<Case> ClosedCase(Actor by, RequestAnswers? answers = null)
    {
        var @case = await SignedCase(by, answers);
        await office.DoAsync<CloseCase>(o => o.ExecuteAsync(new(@case.Id, null, ClosingReason.InformationGiven, "All is well now."), by, default));
        return await office.NowAsync<Case>(@case.Id);
    }

    /// <summary>A request for information to the constituent.</summary>
    public async Task<Guid> Request(Case @case, Actor by, int dueInDays = 7)
    {
        var key = Guid.CreateVersion7();
        await office.DoAsync<RequestInformation>(o => o.ExecuteAsync(
            new(@case.Id, null, "A bank statement", office.Clock.Today.AddDays(dueInDays), key), by, default));
        return key;
    }

    /// <summary>A case's newest release.</summary>
    public Task<PrivacyRelease> Release(Guid caseId) => office.ReadAsync(db =>
        db.Set<PrivacyRelease>().AsNoTracking().Where(r => r.CaseId == caseId).OrderByDescending(r => r.RequestedAt).FirstAsync());

    public Task<AgencyInquiry> OpenInquiry(Guid caseId) => office.ReadAsync(db =>
        db.Set<AgencyInquiry>().AsNoTracking().Include(i => i.Responses).SingleAsync(i => i.CaseId == caseId && i.EndedAt == null));

    /// <summary>A contact of an agency, reached by email at the agency's own domain.</summary>
    public async Task<Guid> Contact(Actor by, string agency = "SSA", ContactCard? card = null)
    {
        var id = Guid.CreateVersion7();
        await office.DoAsync<SaveContact>(o => o.ExecuteAsync(new(id, null, agency, card ?? Card()), by, default));
        return id;
    }

    /// <summary>What is known about a liaison desk that can be reached in every way.</summary>
    public static ContactCard Card() => new()
    {
        Office = "New York Region",
        Name = "Congressional liaison desk",
        Preferred = InquiryMethod.Email,
        Email = "liaison@ny.ssa.gov",
        Phone = "(212) 555-0190",
        Fax = "(212) 555-0191",
        Address = "26 Example Plaza\nNew York, NY 10278",
        WebForm = "https://www.ssa.gov/congress",
    };

    /// <summary>A letter as it's proposed, saved as a draft.</summary>
    public async Task<Guid> Letter(Case @case, Actor by, string agency = "SSA", Guid? inquiry = null, Func<LetterContent, LetterContent>? edit = null)
    {
        var id = Guid.CreateVersion7();
        var situation = await office.WithAsync<LetterDesk, LetterSituation?>(d => d.ReadAsync(@case.Id, agency, inquiry, by.Name, default));
        var letter = LetterComposer.Propose(situation!, PermittedAsk.InformationOrStatus);
        await office.DoAsync<SaveLetter>(o => o.ExecuteAsync(new(@case.Id, id, inquiry, edit?.Invoke(letter) ?? letter), by, default));
        return id;
    }

    public static SendInquiry.Command Inquiry(Case @case, int? version = null, string agency = "SSA") => new(
        @case.Id, version, agency, PermittedAsk.InformationOrStatus, InquiryMethod.Email, "Where is the payment of October?")
    {
        Key = Guid.CreateVersion7(),
    };

    /// <summary>What the signing page posts when everything is filled in correctly.</summary>
    public async Task<SignRelease.Command> SigningOf(PrivacyRelease release) => await office.WithAsync<Vault, SignRelease.Command>(async vault =>
    {
        release = await office.NowAsync<PrivacyRelease>(release.Id);
        var details = ReleaseJson.Details(await vault.OpenAsync(release.CaseId, default), release);
        var agency = await office.ReadAsync(db => db.Set<Agency>().SingleAsync(a => a.Code == release.AgencyCode));
        var recipient = (await office.ReadAsync(db => db.Set<Office>().SingleAsync())).Recipient();
        var text = await office.WithAsync<ReleaseTemplates, ReleaseText>(t => t.ComposeAsync(details, agency, recipient, release.Language, default));
        var reference = (await office.NowAsync<Case>(release.CaseId)).Reference;
        var form = await office.WithAsync<ReleaseForms, ReleaseForm?>(f => f.FindAsync(agency, details, reference, default));
        return new(
            release.Id,
            ReleaseForm.Sha256Of(text, form),
            true,
            details.ByMark ? "X" : details.WhoSigns,
            new("203.0.113.7", "Test browser"),
            IdentityAssurance.EmailConfirmed);
    });

    public async Task<PrivacyRelease> Signature(Guid caseId)
    {
        var release = await Release(caseId);
        var command = await SigningOf(release);
        await office.DoAsync<SignRelease>(o => o.ExecuteAsync(command, Actor.Constituent(caseId), default));
        return await office.NowAsync<PrivacyRelease>(release.Id);
    }
}
