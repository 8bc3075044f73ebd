using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.BackOffice.Kit;
using Portal.Web.Hosting;
using Portal.Web.Pages.Request;

namespace Portal.Web.Sessions;

/// <summary>
/// Every public form acts on the case, release, or draft it was made for. If another one is open in this browser by now,
/// or none, nothing is done and what was typed is shown again.
/// </summary>
public sealed class MadeFor(FormTarget target, ConstituentSession session, RequestJourney journey, HeldFormFiles held) : IAsyncPageFilter
{
    private const string NoDraft = "draft/none";

    // These name what they act on in the address or in a field, or end what is open.
    private static readonly string[] ActOnNothingOpen =
        ["/Status/Index", "/Status/Code", "/Request/Return", "/Release/Index", "/Release/Code", "/Release/Shared"];

    /// <summary>Whether the forms of a public page act on what is open in the browser.</summary>
    public static bool Covers(PageActionDescriptor page) => IsOfDraft(page) || IsOfCase(page);

    /// <summary>What the forms of a page act on now; null if no case or request is open, or they act on nothing that is.</summary>
    public async Task<string?> OpenAsync(PageActionDescriptor page, CancellationToken cancellation) =>
        IsOfDraft(page) ? await journey.ReadAsync(cancellation) is { } draft ? NameOf(draft.Id) : null
        : IsOfCase(page) && await session.ReadAsync() is { } access ? NameOf(access)
        : null;

    /// <inheritdoc />
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc />
    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var why = IsOfDraft(context.ActionDescriptor) ? await OfDraftAsync(context)
            : IsOfCase(context.ActionDescriptor) ? await OfCaseAsync(context)
            : null;
        if (why is not { } reason)
            await next();
        // The pages redirect to where a code is requested.
        else if (await UnsentForm.KeepAsync(context.HttpContext, reason, held) is { } unsent && (unsent.HasContent || reason != UnsentReason.SessionEnded))
            context.Result = unsent.AsResult();
        else
            await next();
    }

    /// <summary>Whether the forms of a page act on the request that is being written.</summary>
    public static bool IsOfDraft(PageActionDescriptor page) => IsIn(page, "/Request/");

    private static bool IsOfCase(PageActionDescriptor page) => IsIn(page, "/Status/") || IsIn(page, "/Release/");

    private static bool IsIn(PageActionDescriptor page, string folder) =>
        page.AreaName is null && page.ViewEnginePath.StartsWith(folder, StringComparison.Ordinal) && !ActOnNothingOpen.Contains(page.ViewEnginePath);

    private static string NameOf(Guid? draft) => draft is null ? NoDraft : $"draft/{draft}";

    private static string NameOf(CaseAccess? access) => access switch
    {
        null => "case/none",
        { ReleaseId: { } release } => $"release/{release}",
        _ => $"case/{access.CaseId}",
    };

    private async Task<UnsentReason?> OfDraftAsync(PageHandlerExecutingContext context)
    {
        var cancellation = context.HttpContext.RequestAborted;
        target.Is(() => NameOf(journey.Open?.Id));
        var open = await journey.ReadAsync(cancellation);
        target.IsOpen = open is not null;
        if (Posted(context) is not { } seal || target.WasMadeFor(seal, NameOf(open?.Id)))
            return null;
        if (open is not null)
            return target.WasMadeFor(seal, NoDraft) ? UnsentReason.DraftBegan : UnsentReason.OtherDraft;
        // Sending twice leads to the same confirmation; everything else came too late. A browser that lost its cookie
        // begins a new draft.
        return await session.ReadAsync() is { WholeCase: true } access && target.WasMadeFor(seal, NameOf(access.CaseId)) && context.HandlerInstance is not CheckModel
            ? UnsentReason.AlreadySent
            : null;
    }

    private async Task<UnsentReason?> OfCaseAsync(PageHandlerExecutingContext context)
    {
        var access = await session.ReadAsync();
        target.Is(() => NameOf(access));
        target.IsOpen = access is not null;
        if (Posted(context) is not { } seal)
            return null;
        return access is null ? UnsentReason.SessionEnded
            : target.WasMadeFor(seal, NameOf(access)) ? null
            : UnsentReason.OtherCase;
    }

    // A form that names nothing is from no page of ours, so it fits nothing.
    private static string? Posted(PageHandlerExecutingContext context) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method)
            ? context.HttpContext.Request.HasFormContentType ? context.HttpContext.Request.Form[FormTarget.Field].ToString() : ""
            : null;
}
