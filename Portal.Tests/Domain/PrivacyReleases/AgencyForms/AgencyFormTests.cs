using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Domain.Agencies;
using Portal.Domain.Platform;
using Portal.Domain.Platform.Access;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Database;
using Portal.Domain.Platform.Files;
using Portal.Domain.Platform.Protection;
using Portal.Domain.PrivacyReleases.AgencyForms;
using Portal.Domain.Retention;
using Portal.Tests.Domain.Paper;
using Portal.Tests.Domain.Paper.Forms;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.PrivacyReleases.AgencyForms;

public sealed class AgencyFormTests
{
    private static readonly Actor System = Actor.System("test");

    [Theory, OnBoth]
    public async Task A_blank_form_is_stored_encrypted_as_a_draft(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.CaseworkManager);
        var did = (await UploadAsync(office, FormSamples.Small(), actor: lead)).Did("AgencyFormUploaded");
        var form = await office.NowAsync<AgencyForm>(((UploadAgencyForm.Uploaded)did.Outcome).FormId);
        Assert.Equal(("SSA", 1, AgencyFormState.Draft, 1, lead.Id), (form.AgencyCode, form.Edition, form.State, form.PageCount, form.UploadedById));
        Assert.Equal(["Name", "DOB", "Agree", "Date signed"], form.Map.Fields.Select(f => f.Field.Name));
        Assert.All(form.Map.Fields, f => Assert.Null(f.Choice));
        Assert.Equal(FormSamples.Small(), await BlankAsync(office, form));
        // None of it can be read on disk.
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(office.Folder, "files"), "*", SearchOption.AllDirectories),
            f => Assert.DoesNotContain("Consent to share", File.ReadAllText(f)));
        Assert.Null(await office.WithAsync<AgencyFormLibrary, AgencyForm?>(f => f.FindPublishedAsync("SSA", default)));
    }

    [Theory, OnBoth]
    public async Task Refused_forms_leave_neither_rows_nor_files(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        (await UploadAsync(office, FormSamples.Small(), agency: "NIX")).Was<Outcome.NotFound>();
        (await UploadAsync(office, FormSamples.Small(), title: " ")).Refused("Enter the form's title, in {0} characters or fewer.");
        (await UploadAsync(office, FormSamples.Small(), source: "")).Refused("Enter where you found the form, in {0} characters or fewer.");
        (await UploadAsync(office, FormSamples.Small(), verified: office.Clock.Today.AddDays(3))).Refused("The date of the last check can't be in the future.");
        (await UploadAsync(office, new byte[11 * 1024 * 1024])).Refused("The form is larger than {0} MB.");
        (await UploadAsync(office, FormSamples.Small(inForm: "/XFA [(template) 3 0 R]", inCatalog: "/NeedsRendering true")))
            .Refused("This is an XFA form, which only Adobe's own programs can fill. Ask the agency for a plain fillable PDF (AcroForm).");
        office.Scanner.Says = new ScanResult.Infected("Eicar");
        (await UploadAsync(office, FormSamples.Small())).Refused("The virus scanner found a threat in this file, so we didn't keep it.");
        office.Scanner.Says = new ScanResult.Unavailable("away");
        (await UploadAsync(office, FormSamples.Small())).Refused("The virus scanner isn't responding. Try again in a few minutes.");
        Assert.Empty(await FilesAsync(office));
        office.Scanner.Says = new ScanResult.NotConfigured();
        (await UploadAsync(office, FormSamples.Small())).Did("AgencyFormUploaded");
    }

    [Theory]
    [OnBoth(StaffRole.Caseworker)]
    [OnBoth(StaffRole.Intern)]
    [OnBoth(StaffRole.ReadOnly)]
    public async Task Changing_forms_needs_permission(DatabaseProvider on, StaffRole role)
    {
        await using var office = await DomainHost.StartAsync(on);
        var who = await office.Given.Staff(role);
        var form = await DraftAsync(office);
        (await UploadAsync(office, FormSamples.Small(), actor: who)).NotPermitted(Permission.EditTemplates);
        (await MapAsync(office, form, who, ("Name", new("LegalName")))).NotPermitted(Permission.EditTemplates);
        (await office.TryAsync<DescribeAgencyForm>(o => o.ExecuteAsync(new(form.Id, 0, "T", "S", null), who, default))).NotPermitted(Permission.EditTemplates);
        (await office.TryAsync<PublishAgencyForm>(o => o.ExecuteAsync(new(form.Id, 0), who, default))).NotPermitted(Permission.EditTemplates);
        (await office.TryAsync<EndAgencyForm>(o => o.ExecuteAsync(new(form.Id, 0), who, default))).NotPermitted(Permission.EditTemplates);
    }

    [Theory, OnBoth]
    public async Task A_field_accepts_only_suitable_sources_and_saving_again_writes_nothing(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var form = await DraftAsync(office, FormSamples.Nested);
        (await MapAsync(office, form, System, ("person.name.full", new("LegalName")), ("guardian", Ticks(("Yes", "Guardian"))))).Did("AgencyFormFieldsMapped");
        form = await office.NowAsync<AgencyForm>(form.Id);
        Assert.Equal((2, 1), (form.Map.Filled, form.Version));
        (await MapAsync(office, form, System, ("person.name.full", new("LegalName")), ("guardian", Ticks(("Yes", "Guardian"))))).ChangedNothing();
        var changed = (await MapAsync(office, form, System, ("person.name.full", null))).Did("AgencyFormFieldsMapped");
        Assert.Equal(
            new AgencyFormFieldsMapped(form.Id, "SSA", 1, 1, 7),
            JsonSerializer.Deserialize<AgencyFormFieldsMapped>(changed.Entries[0].Payload, EventJson.Options));

        form = await office.NowAsync<AgencyForm>(form.Id);
        (await MapAsync(office, form, System, ("nix", new("LegalName")))).Refused("The form no longer has this field. Reload the page.");
        (await MapAsync(office, form, System, ("records", new("Nonsense")))).Refused("Field {0} can't be filled with that.");
        (await MapAsync(office, form, System, ("guardian", new("LegalName")))).Refused("Field {0} can't be filled with that.");
        (await MapAsync(office, form, System, ("guardian", Ticks(("No", "Always"))))).Refused("Field {0} can't be filled with that.");
        (await MapAsync(office, form, System, ("guardian", Ticks(("Yes", "LegalName"))))).Refused("Field {0} can't be filled with that.");
        (await MapAsync(office, form, System, ("records", new(FieldChoice.FixedText, " ")))).Refused("Enter the fixed text for field {0}.");
        (await MapAsync(office, form, System, ("records", new(FieldChoice.FixedText, new string('x', 501)))))
            .Refused("Shorten the fixed text for field {0} to {1} characters or fewer.");
        (await MapAsync(office, form, System, ("initials", new(FieldChoice.FixedText, "ABCDE"))))
            .Refused("Shorten the fixed text for field {0} to {1} characters or fewer.");
        (await MapAsync(office, form, System, ("state", new(FieldChoice.FixedText, "Utah"))))
            .Refused("Choose the fixed text for field {0} from the form's own list.");
        (await MapAsync(office, form, System, ("languages", new(FieldChoice.FixedText, "Quechua")))).Did("AgencyFormFieldsMapped");
        (await MapAsync(office, form, System, ("records", new("Records")))).Was<Outcome.Stale>();
        (await office.TryAsync<MapAgencyForm>(o => o.ExecuteAsync(
                new(Guid.CreateVersion7(), 0, new Dictionary<string, FieldChoice?>()), System, default)))
            .Was<Outcome.NotFound>();
    }

    [Theory, OnBoth]
    public async Task Form_details_are_changed_with_their_history(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var form = await DraftAsync(office);
        Task<Trial> TryAsync(int version, string title, string source, DateOnly? day) =>
            office.TryAsync<DescribeAgencyForm>(o => o.ExecuteAsync(new(form.Id, version, title, source, day), System, default));
        (await TryAsync(0, form.Title, form.Source, null)).ChangedNothing();
        var did = (await TryAsync(0, form.Title, form.Source, office.Clock.Today)).Did("AgencyFormDetailsChanged");
        var happened = JsonSerializer.Deserialize<AgencyFormDetailsChanged>(did.Entries[0].Payload, EventJson.Options)!;
        Assert.Equal([new("VerifiedOn", null, office.Clock.Today.ToString("yyyy-MM-dd"))], happened.Changes);
        (await TryAsync(0, "Other", form.Source, null)).Was<Outcome.Stale>();
        (await TryAsync(1, "", form.Source, null)).Refused("Enter the form's title, in {0} characters or fewer.");
        (await TryAsync(1, "Other", " ", null)).Refused("Enter where you found the form, in {0} characters or fewer.");
        (await TryAsync(1, "Other", "x", office.Clock.Today.AddDays(5))).Refused("The date of the last check can't be in the future.");
    }

    [Theory, OnBoth]
    public async Task A_form_is_published_once_every_required_field_has_a_source(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var lead = await office.Given.Staff(StaffRole.Administrator);
        var form = await DraftAsync(office);
        Task<Trial> PublishAsync(int version) => office.TryAsync<PublishAgencyForm>(o => o.ExecuteAsync(new(form.Id, version), lead, default));
        (await PublishAsync(0)).Refused("None of this form's fields are set up yet. First choose what goes in them.");
        await MapAsync(office, form, System, ("DOB", new("BornOn.us")));
        (await PublishAsync(1)).Refused("Choose what goes in these required fields: {0}.");
        await MapAsync(office, await office.NowAsync<AgencyForm>(form.Id), System, ("Name", new(FieldChoice.Keep)));
        (await PublishAsync(2)).Refused("Choose what goes in these required fields: {0}.");
        await MapAsync(office, await office.NowAsync<AgencyForm>(form.Id), System, ("Name", new("LegalName")));
        (await PublishAsync(2)).Was<Outcome.Stale>();
        (await office.TryAsync<PublishAgencyForm>(o => o.ExecuteAsync(new(Guid.CreateVersion7(), 0), lead, default))).Was<Outcome.NotFound>();
        (await PublishAsync(3)).Did("AgencyFormPublished");
        var published = await office.NowAsync<AgencyForm>(form.Id);
        Assert.Equal((AgencyFormState.Published, office.Clock.Utc, lead.Id), (published.State, published.PublishedAt!.Value, published.PublishedById));
        (await PublishAsync(published.Version)).Refused("This version is already published.");
        (await MapAsync(office, published, System, ("DOB", null))).Refused("Only a draft can be changed. Create a new version of the form first.");
        Assert.Equal(form.Id, (await office.WithAsync<AgencyFormLibrary, AgencyForm?>(f => f.FindPublishedAsync("SSA", default)))!.Id);
    }

    [Theory, OnBoth]
    public async Task A_newer_edition_keeps_the_mapping_and_replaces_the_old_one(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var first = await PublishedAsync(office);
        var filled = await FillAsync(office, first);
        // A new upload is a draft, and the old form stays in use; a second upload replaces only the first draft.
        var discarded = await DraftAsync(office, FormSamples.Turned);
        var second = await DraftAsync(office, FormSamples.Small("<< /Type /Annot /Subtype /Widget /FT /Tx /T (New) /Rect [200 480 320 500] >>"));
        Assert.Null(await office.ReadAsync(db => db.Set<AgencyForm>().SingleOrDefaultAsync(f => f.Id == discarded.Id)));
        Assert.Equal(2, (await FilesAsync(office)).Count);
        Assert.Equal((3, 1, 4), (second.Edition, discarded.Map.Filled, second.Map.Filled));
        Assert.Equal("LegalName", second.Map.Fields.Single(f => f.Field.Name == "Name").Choice!.Source);
        var did = await office.TryAsync<PublishAgencyForm>(o => o.ExecuteAsync(new(second.Id, 0), System, default));
        did.Did("AgencyFormPublished");
        Assert.Equal(first.Id, JsonSerializer.Deserialize<AgencyFormPublished>(did.Entries[0].Payload, EventJson.Options)!.Supersedes);
        var old = await office.NowAsync<AgencyForm>(first.Id);
        Assert.Equal((AgencyFormState.Superseded, office.Clock.Utc), (old.State, old.EndedAt!.Value));
        Assert.Equal(filled, await FillAsync(office, old));
        (await office.TryAsync<DescribeAgencyForm>(o => o.ExecuteAsync(new(old.Id, old.Version, "T", "S", null), System, default)))
            .Refused("This version is no longer in use and can't be changed.");
        Assert.Single(await office.ReadAsync(db => db.Set<AgencyForm>().Where(f => f.State == AgencyFormState.Published).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Concurrent_uploads_leave_one_draft_and_one_file(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var outcomes = await office.AtOnceAsync<UploadAgencyForm>(4, o => o.ExecuteAsync(Command(FormSamples.Small()), System, default));
        Assert.Contains(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.IsType<Outcome.Stale>(o));
        Assert.Single(await office.AllAsync<AgencyForm>());
        Assert.Single(await FilesAsync(office));
    }

    [Theory, OnBoth]
    public async Task A_draft_can_be_discarded_and_a_form_retired(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var draft = await DraftAsync(office);
        Task<Trial> EndAsync(Guid id, int version) => office.TryAsync<EndAgencyForm>(o => o.ExecuteAsync(new(id, version), System, default));
        (await EndAsync(draft.Id, 7)).Was<Outcome.Stale>();
        (await EndAsync(draft.Id, 0)).Did("AgencyFormDiscarded");
        Assert.Empty(await FilesAsync(office));
        Assert.Empty(await office.ReadAsync(db => db.Set<DataKey>().Where(k => k.OwnerId == draft.Id).ToListAsync()));
        (await EndAsync(draft.Id, 0)).Was<Outcome.NotFound>();
        var form = await PublishedAsync(office);
        (await EndAsync(form.Id, form.Version)).Did("AgencyFormRetired");
        (await EndAsync(form.Id, form.Version)).ChangedNothing();
        Assert.Null(await office.WithAsync<AgencyFormLibrary, AgencyForm?>(f => f.FindPublishedAsync("SSA", default)));
        Assert.NotNull(await FillAsync(office, form));
    }

    [Theory, OnBoth]
    public async Task The_published_form_is_filled_from_the_release(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var form = await PublishedAsync(office);
        var pdf = (await FillAsync(office, form))!;
        var words = PdfTools.Words(pdf);
        Assert.Contains("Łukasz Núñez", words);
        Assert.Contains("04/09/1984", words);
        Assert.Contains("11/18/2026", words);
        Assert.Contains("✔", words);
        Fillings.Check(pdf);
        // For ink: no date and no electronic-signature check mark, but a code to match the returned page.
        var ink = PdfTools.Words((await FillAsync(office, form, new("K7M2P-9QXR4", CornerCode: Fillings.Code)))!);
        Assert.DoesNotContain("11/18/2026", ink);
        Assert.Contains("K7M2P-9QXR4", ink);
    }

    [Theory, OnBoth]
    public async Task A_lost_or_changed_blank_form_is_detected(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var form = await PublishedAsync(office);
        var path = Directory.EnumerateFiles(Path.Combine(office.Folder, "files"), form.StoredName, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(path);
        bytes[^20] ^= 1;
        await File.WriteAllBytesAsync(path, bytes);
        Assert.Null(await FillAsync(office, form));
        File.Delete(path);
        Assert.Null(await FillAsync(office, form));
    }

    [Theory, OnBoth]
    public async Task A_form_is_not_deleted_as_an_orphan_and_follows_key_rotation(DatabaseProvider on)
    {
        await using var office = await DomainHost.StartAsync(on);
        var form = await PublishedAsync(office);
        foreach (var stored in Directory.EnumerateFiles(Path.Combine(office.Folder, "files"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(stored, office.Clock.Utc);
        office.Clock.Advance(TimeSpan.FromDays(40));
        Assert.Equal(0, await office.SweepAsync<OrphanFileJob>());
        Assert.Equal(FormSamples.Small(), await BlankAsync(office, form));
        Assert.Single(await office.ReadAsync(db => db.Set<DataKey>().Where(k => k.OwnerId == form.Id).ToListAsync()));
    }

    private static FieldChoice Ticks(params (string State, string Code)[] ticks) =>
        new(FieldChoice.Conditions, null, ticks.ToDictionary(t => t.State, t => t.Code));

    private static UploadAgencyForm.Command Command(
        byte[] pdf, string agency = "SSA", string title = "Consent, SSA-1", string source = "A test", DateOnly? verified = null) =>
        new(agency, "form.pdf", new MemoryStream(pdf)) { Title = title, Source = source, VerifiedOn = verified };

    private static Task<Trial> UploadAsync(
        DomainHost office,
        byte[] pdf,
        string agency = "SSA",
        string title = "Consent, SSA-1",
        string source = "A test",
        DateOnly? verified = null,
        Actor? actor = null) =>
        office.TryAsync<UploadAgencyForm>(o => o.ExecuteAsync(Command(pdf, agency, title, source, verified), actor ?? System, default));

    private static async Task<AgencyForm> DraftAsync(DomainHost office, byte[]? pdf = null) => await office.NowAsync<AgencyForm>(
        ((UploadAgencyForm.Uploaded)await office.DoAsync<UploadAgencyForm>(o => o.ExecuteAsync(Command(pdf ?? FormSamples.Small()), System, default))).FormId);

    private static Task<Trial> MapAsync(DomainHost office, AgencyForm form, Actor actor, params (string Field, FieldChoice? Choice)[] choices) =>
        office.TryAsync<MapAgencyForm>(o => o.ExecuteAsync(new(form.Id, form.Version, choices.ToDictionary(c => c.Field, c => c.Choice)), actor, default));

    internal static async Task<AgencyForm> PublishedAsync(DomainHost office)
    {
        var form = await DraftAsync(office);
        await MapAsync(
            office,
            form,
            System,
            ("Name", new("LegalName")),
            ("DOB", new("BornOn.us")),
            ("Agree", Ticks(("Yes", "Always"))),
            ("Date signed", new("SignedOn.us")));
        await office.DoAsync<PublishAgencyForm>(o => o.ExecuteAsync(new(form.Id, 1), System, default));
        return await office.NowAsync<AgencyForm>(form.Id);
    }

    private static Task<byte[]?> FillAsync(DomainHost office, AgencyForm form, FormMoment? moment = null) =>
        office.WithAsync<AgencyFormLibrary, byte[]?>(async forms => await forms.FillAsync(
            form, new() { LegalName = "Łukasz Núñez", BornOn = new(1984, 4, 9) },
            await office.ReadAsync(db => db.Set<Agency>().SingleAsync(a => a.Code == "SSA")),
            new("Representative Ana M. Núñez", 12, "212-555-0100"), moment ?? new("K7M2P-9QXR4", new(2026, 11, 18), "Łukasz Núñez"), default));

    private static Task<byte[]?> BlankAsync(DomainHost office, AgencyForm form) =>
        office.WithAsync<AgencyFormLibrary, byte[]?>(f => f.BlankAsync(form, default));

    private static Task<List<StoredFile>> FilesAsync(DomainHost office) =>
        office.WithAsync<IDocumentStore, List<StoredFile>>(async store => await store.ListAsync(default).ToListAsync());
}
