using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Domain.Desk;
using Portal.Domain.Platform;
using Portal.Domain.PrivacyReleases;

namespace Portal.Web.Pages.Release;

/// <summary>The exact document as a page, with the signature below it.</summary>
public sealed class ReadModel(SigningRoom room, ReadPageQuery pages, SignRelease sign, ChangeReleaseLanguage change, Translator text) : PageModel
{
    private const string TextChanged = "The document changed after you opened it. Read it again, then sign.";

    /// <summary>A witness, as typed.</summary>
    public sealed class Witness
    {
        /// <summary>Name.</summary>
        public string? Name { get; set; }

        /// <summary>Address.</summary>
        public string? Address { get; set; }
    }

    /// <summary>Token from the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>Hash of the text that was shown.</summary>
    [BindProperty]
    public string ShownSha256 { get; set; } = "";

    /// <summary>Whether the signer agreed to sign electronically.</summary>
    [BindProperty]
    public bool Agreed { get; set; }

    /// <summary>The name, as typed.</summary>
    [BindProperty]
    public string? TypedName { get; set; }

    /// <summary>Why the name is different, in the signer's words.</summary>
    [BindProperty]
    public string? NameDifference { get; set; }

    /// <summary>Witnesses for a signature by mark.</summary>
    [BindProperty]
    public List<Witness> Witnesses { get; set; } = [];

    /// <summary>The interpreter's name.</summary>
    [BindProperty]
    public string? InterpreterName { get; set; }

    /// <summary>The interpreter's address.</summary>
    [BindProperty]
    public string? InterpreterAddress { get; set; }

    /// <summary>A drawn signature as a data URL; optional.</summary>
    [BindProperty]
    public string? Drawing { get; set; }

    /// <summary>The document to read before signing.</summary>
    public ReadPage Shown { get; private set; } = null!;

    /// <summary>What the document contains and how it's signed.</summary>
    public ReleaseDetails Details => Shown.Details;

    /// <summary>Whether the typed name didn't match, so the signer can explain why.</summary>
    public bool AsksWhy { get; private set; }

    /// <summary>Shows the document.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is null ? LocalRedirect(Links.Release.Open(Token)) : Page();

    /// <summary>The agency.</summary>
    public string AgencyName { get; private set; } = "";

    /// <summary>Whether the page and the document are in different languages.</summary>
    public bool IsOtherLanguage { get; private set; }

    /// <summary>Switches the document to the language of the page.</summary>
    public async Task<IActionResult> OnPostLanguageAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } opened)
            return LocalRedirect(Links.Release.Open(Token));
        var outcome = await change.ExecuteAsync(new(opened.Release.Id, text.Language), opened.Access!.Actor, cancellation);
        if (!outcome.Succeeded)
        {
            new FormCheck(this, text).Refusal(outcome, "");
            return Page();
        }

        // What was typed stays, but the document in the other language has to be read before agreeing to it.
        Agreed = false;
        ModelState.Remove(nameof(Agreed));
        return await LoadAsync(cancellation) is null ? LocalRedirect(Links.Release.Open(Token)) : Page();
    }

    /// <summary>Signs the document.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is { IsSigner: true, Release.Signature: not null })
            return LocalRedirect(Links.Release.Done(Token));
        if (await LoadAsync(cancellation) is not { } opened)
            return LocalRedirect(Links.Release.Open(Token));
        var check = Check();
        if (!check.Passed)
            return Page();
        var device = new SigningDevice(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", Request.Headers.UserAgent.ToString());
        var command = new SignRelease.Command(opened.Release.Id, ShownSha256, Agreed, TypedName!, device, opened.Access!.Assurance)
        {
            Ceremony = Ceremony(),
            Drawing = DrawnSignature.Read(Drawing),
        };
        var outcome = await sign.ExecuteAsync(command, opened.Access.Actor, cancellation);
        switch (outcome)
        {
            case { Succeeded: true }:
                return LocalRedirect(Links.Release.Done(Token));
            case SignRelease.TextChanged:
                check.Problem("", TextChanged);
                return Page();
            case SignRelease.NameDiffers differs:
                AsksWhy = true;
                check.Problem(
                    nameof(TypedName),
                    "Type your full name exactly as it appears above: {0}. If your name is different, tell us why below.",
                    differs.Expected);
                return Page();
            case Outcome.Stale:
                return LocalRedirect(Links.Release.Open(Token));
            default:
                check.Refusal(outcome, Details.ByMark && TypedName?.Trim().Length == 1 ? "Witnesses[0].Name" : nameof(TypedName));
                return Page();
        }
    }

    private FormCheck Check()
    {
        var check = new FormCheck(this, text)
            .That(Agreed, nameof(Agreed), "Check the box to sign electronically, or print the form and sign it in ink.")
            .Required(nameof(TypedName), TypedName, Details.ByMark ? "Type X as your mark." : "Type your full name to sign.")
            .AtMost(nameof(TypedName), TypedName, 256)
            .AtMost(nameof(NameDifference), NameDifference, SignRelease.MaxReason)
            // Reported with the first refusal, because the next page shows the new text and the next signature would
            // be for that.
            .That(ShownSha256 == Shown.Sha256, "", TextChanged);
        for (var i = 0; Details.ByMark && i < Witnesses.Count; i++)
            check.Required($"Witnesses[{i}].Name", Witnesses[i].Name, "Enter the witness's full name.")
                .Required($"Witnesses[{i}].Address", Witnesses[i].Address, "Enter the witness's address.");
        if (Details.InterpreterLanguage is not null)
            check.Required(nameof(InterpreterName), InterpreterName, "Enter the interpreter's full name.")
                .Required(nameof(InterpreterAddress), InterpreterAddress, "Enter the interpreter's address.");
        return check;
    }

    private SigningCeremony Ceremony() => new()
    {
        NameDifference = string.IsNullOrWhiteSpace(NameDifference) ? null : NameDifference.Trim(),
        Witnesses = Details.ByMark ? [.. Witnesses.Select(w => new MarkWitness(w.Name?.Trim() ?? "", w.Address?.Trim() ?? ""))] : [],
        Interpreter = Details.InterpreterLanguage is { } language ? new(InterpreterName?.Trim() ?? "", language, InterpreterAddress?.Trim() ?? "") : null,
    };

    private async Task<OpenedRelease?> LoadAsync(CancellationToken cancellation)
    {
        if (await room.FindAsync(Token, cancellation) is not { IsSigner: true, IsWaiting: true, Agency.TakesElectronic: true } opened)
            return null;
        Shown = await pages.ReadAsync(opened.Page, cancellation);
        AgencyName = opened.Agency.WithArticle(text.Language);
        IsOtherLanguage = opened.Release.Language != text.Language;
        AsksWhy = !string.IsNullOrWhiteSpace(NameDifference);
        Witnesses = [.. Enumerable.Range(0, opened.Agency.Rules.MarkWitnesses).Select(i => i < Witnesses.Count ? Witnesses[i] : new())];
        return opened;
    }
}
