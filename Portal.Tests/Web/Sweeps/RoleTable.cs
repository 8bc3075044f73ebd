namespace Portal.Tests.Web.Sweeps;

/// <summary>
/// What each role gets from every address by GET: the status, or the redirect target. The constituent owns the case and
/// releases in the addresses; the case is with the agency. Change a line here only if the change is intended.
/// </summary>
internal static class RoleTable
{
    public static readonly string[] Roles = ["Anonymous", "Constituent", "ReadOnly", "Intern", "Caseworker", "CaseworkManager", "Administrator"];

    public static IReadOnlyList<string> Reviewed { get; } = [.. Text.Split('\n').Where(l => l.StartsWith('/'))];

    /// <summary>The addresses without parameters that a role can open. Every address of the site is in the table.</summary>
    public static IEnumerable<string> OpenTo(string role)
    {
        var cell = Array.IndexOf(Roles, role) + 1;
        return Reviewed.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(l => l[cell] == "200" && !l[0].Contains('{', StringComparison.Ordinal))
            .Select(l => l[0]);
    }

    private const string Text =
        """
        address                                                    Anonymous    Constituent  ReadOnly     Intern       Caseworker   Manager      Administrator
        /                                                          200          200          200          200          200          200          200
        /.well-known/security.txt                                  404          404          404          404          404          404          404
        /Help/Accessibility                                        200          200          200          200          200          200          200
        /Help/After                                                200          200          200          200          200          200          200
        /Help/Privacy                                              200          200          200          200          200          200          200
        /Index                                                     200          200          200          200          200          200          200
        /Leave                                                     200          200          200          200          200          200          200
        /Request                                                   200          200          200          200          200          200          200
        /Request/Address                                           200          200          200          200          200          200          200
        /Request/Check                                             >/request    >/request/done >/request    >/request    >/request    >/request    >/request
        /Request/Contact                                           200          200          200          200          200          200          200
        /Request/Documents                                         200          200          200          200          200          200          200
        /Request/Done                                              >/status     >/status/case >/status     >/status     >/status     >/status     >/status
        /Request/Erased                                            200          200          200          200          200          200          200
        /Request/Index                                             200          200          200          200          200          200          200
        /Request/Mine                                              200          200          200          200          200          200          200
        /Request/Numbers                                           >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic
        /Request/Other                                             >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic
        /Request/Questions                                         >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic >/request/topic
        /Request/Residency                                         >/request/address >/request/address >/request/address >/request/address >/request/address >/request/address >/request/address
        /Request/Return                                            200          200          200          200          200          200          200
        /Request/Save                                              200          200          200          200          200          200          200
        /Request/Signing                                           200          200          200          200          200          200          200
        /Request/Story                                             200          200          200          200          200          200          200
        /Request/Topic                                             200          200          200          200          200          200          200
        /Request/Urgency                                           200          200          200          200          200          200          200
        /Request/Who                                               200          200          200          200          200          200          200
        /Status                                                    200          200          200          200          200          200          200
        /Status/Case                                               >/status     200          >/status     >/status     >/status     >/status     >/status
        /Status/Close                                              >/status     200          >/status     >/status     >/status     >/status     >/status
        /Status/Contact                                            >/status     200          >/status     >/status     >/status     >/status     >/status
        /Status/Index                                              200          200          200          200          200          200          200
        /Verify                                                    200          200          200          200          200          200          200
        /altcha                                                    200          200          200          200          200          200          200
        /dev/forms                                                 404          404          404          404          404          404          404
        /error/{code:int}                                          404          404          404          404          404          404          404
        /glossary                                                  200          200          200          200          200          200          200
        /healthz                                                   200          200          200          200          200          200          200
        /language/{language}                                       >/           >/           >/           >/           >/           >/           >/
        /mail                                                      404          404          404          404          404          404          404
        /mail/{id}                                                 404          404          404          404          404          404          404
        /news/confirm/{token}                                      200          200          200          200          200          200          200
        /news/leave/{subscriber:guid}/{key}                        200          200          200          200          200          200          200
        /news/{surge:guid}                                         200          200          200          200          200          200          200
        /office                                                    >sign-in     >sign-in     >/office/queue >/office/my-turn >/office/my-turn >/office/my-turn >/office/my-turn
        /office/account                                            >sign-in     >sign-in     200          200          200          200          200
        /office/activity                                           >sign-in     >sign-in     403          403          403          200          200
        /office/agencies                                           >sign-in     >sign-in     403          403          403          200          200
        /office/agencies/{code}                                    >sign-in     >sign-in     403          403          403          200          200
        /office/agencies/{code}/form                               >sign-in     >sign-in     403          403          403          200          200
        /office/agencies/{code}/form/{edition:int}                 >sign-in     >sign-in     403          403          403          200          200
        /office/agencies/{code}/form/{edition:int}/fields          >sign-in     >sign-in     403          403          403          200          200
        /office/agencies/{code}/form/{edition:int}/preview         >sign-in     >sign-in     403          403          403          200          200
        /office/attention                                          >sign-in     >sign-in     200          200          200          200          200
        /office/calendar                                           >sign-in     >sign-in     403          200          200          200          200
        /office/calendar/feed/{secret}                             404          404          404          404          404          404          404
        /office/calls                                              >sign-in     >sign-in     403          200          200          200          200
        /office/cases                                              >sign-in     >sign-in     >/office/queue >/office/queue >/office/queue >/office/queue >/office/queue
        /office/cases/{reference}                                  >sign-in     >sign-in     200          200          200          200          200
        /office/cases/{reference}/ask                              >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/assign                           >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/call                             >sign-in     >sign-in     403          200          200          200          200
        /office/cases/{reference}/change                           >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/close                            >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/confirm                          >sign-in     >sign-in     403          403          >/office/cases/… >/office/cases/… >/office/cases/…
        /office/cases/{reference}/contact                          >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/decision/{decisionId:guid?}      >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/decline                          >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/draft                            >sign-in     >sign-in     >/office/cases/… >/office/cases/… >/office/cases/… >/office/cases/… >/office/cases/…
        /office/cases/{reference}/file                             >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/inquiries/{inquiryId:guid}/end   >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/inquiries/{inquiryId:guid}/follow-up >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/inquiries/{inquiryId:guid}/response >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/inquiry                          >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/letter/{letterId:guid?}          >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/letters/{letterId:guid}          >sign-in     >sign-in     403          403          404          404          404
        /office/cases/{reference}/message                          >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/note                             >sign-in     >sign-in     403          200          200          200          200
        /office/cases/{reference}/party                            >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/reached                          >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/refer                            >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/releases                         >sign-in     >sign-in     200          200          200          200          200
        /office/cases/{reference}/releases/{releaseId:guid}        >sign-in     >sign-in     403          403          >/office/cases/… >/office/cases/… >/office/cases/…
        /office/cases/{reference}/releases/{releaseId:guid}/paper  >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/same                             >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/share/{releaseId:guid}           >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/snooze                           >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/tags                             >sign-in     >sign-in     403          403          200          200          200
        /office/cases/{reference}/tasks                            >sign-in     >sign-in     403          403          200          200          200
        /office/directory                                          >sign-in     >sign-in     403          403          200          200          200
        /office/directory/contact/{id:guid?}                       >sign-in     >sign-in     403          403          200          200          200
        /office/enroll/{token}                                     200          200          200          200          200          200          200
        /office/facts                                              >sign-in     >sign-in     403          403          403          200          200
        /office/find                                               >sign-in     >sign-in     200          200          200          200          200
        /office/glossary                                           >sign-in     >sign-in     200          200          200          200          200
        /office/holidays                                           >sign-in     >sign-in     403          403          403          200          200
        /office/jobs                                               >sign-in     >sign-in     403          403          403          403          200
        /office/jobs/engine/{**path}                               >sign-in     >sign-in     403          403          403          403          200
        /office/jobs/history                                       >sign-in     >sign-in     403          403          403          403          200
        /office/letters                                            >sign-in     >sign-in     403          403          200          200          200
        /office/letters/batch                                      >sign-in     >sign-in     403          403          200          200          200
        /office/letters/seal                                       >sign-in     >sign-in     403          403          404          404          404
        /office/mail                                               >sign-in     >sign-in     403          403          200          200          200
        /office/mass-mail                                          >sign-in     >sign-in     403          403          403          200          200
        /office/message-templates                                  >sign-in     >sign-in     403          403          403          200          200
        /office/message-templates/edit/{id:guid?}                  >sign-in     >sign-in     403          403          403          200          200
        /office/my-turn                                            >sign-in     >sign-in     403          200          200          200          200
        /office/new-case                                           >sign-in     >sign-in     403          403          200          200          200
        /office/new-password/{token}                               200          200          200          200          200          200          200
        /office/overview                                           >sign-in     >sign-in     403          403          403          200          200
        /office/procedures                                         >sign-in     >sign-in     200          200          200          200          200
        /office/procedures/edit/{id:guid?}                         >sign-in     >sign-in     403          403          403          200          200
        /office/procedures/{id:guid}                               >sign-in     >sign-in     200          200          200          200          200
        /office/queue                                              >sign-in     >sign-in     200          200          200          200          200
        /office/queue/ask                                          >sign-in     >sign-in     403          403          200          200          200
        /office/queue/assign                                       >sign-in     >sign-in     403          403          200          200          200
        /office/queue/close                                        >sign-in     >sign-in     403          403          200          200          200
        /office/queue/done/{id:guid}                               >sign-in     >sign-in     404          404          404          404          404
        /office/queue/hand-over/{id:guid}                          >sign-in     >sign-in     403          403          200          200          200
        /office/queue/tag                                          >sign-in     >sign-in     403          403          200          200          200
        /office/releases                                           >sign-in     >sign-in     403          403          200          200          200
        /office/resources                                          >sign-in     >sign-in     403          403          200          200          200
        /office/resources/edit/{id:guid?}                          >sign-in     >sign-in     403          403          200          200          200
        /office/routing                                            >sign-in     >sign-in     403          403          403          200          200
        /office/routing/import                                     >sign-in     >sign-in     403          403          403          200          200
        /office/routing/rule/{id:guid?}                            >sign-in     >sign-in     403          403          403          200          200
        /office/search                                             >sign-in     >sign-in     200          200          200          200          200
        /office/settings                                           >sign-in     >sign-in     403          403          403          403          200
        /office/settings/letters                                   >sign-in     >sign-in     403          403          403          403          200
        /office/sign-in                                            200          200          >/office     >/office     >/office     >/office     >/office
        /office/sign-in/code                                       >sign-in     >sign-in     >/office     >/office     >/office     >/office     >/office
        /office/sign-out                                           >sign-in     >sign-in     >/office     >/office     >/office     >/office     >/office
        /office/staff                                              >sign-in     >sign-in     403          403          403          403          200
        /office/staff/add                                          >sign-in     >sign-in     403          403          403          403          200
        /office/staff/{id:guid}                                    >sign-in     >sign-in     403          403          403          403          200
        /office/surges                                             >sign-in     >sign-in     200          200          200          200          200
        /office/surges/edit/{id:guid?}                             >sign-in     >sign-in     403          403          403          200          200
        /office/surges/send/{id:guid}                              >sign-in     >sign-in     403          403          403          404          404
        /office/surges/{id:guid}                                   >sign-in     >sign-in     404          404          404          404          404
        /office/surges/{id:guid}/write/{message:guid?}             >sign-in     >sign-in     403          403          403          404          404
        /office/tags                                               >sign-in     >sign-in     403          403          200          200          200
        /office/templates                                          >sign-in     >sign-in     403          403          403          200          200
        /office/templates/{code}                                   >sign-in     >sign-in     403          403          403          200          200
        /office/templates/{code}/preview                           >sign-in     >sign-in     403          403          403          200          200
        /office/templates/{code}/publish                           >sign-in     >sign-in     403          403          403          200          200
        /office/templates/{code}/versions/{number:int}             >sign-in     >sign-in     403          403          403          200          200
        /readyz                                                    503          503          503          503          503          503          503
        /release/shared/{token}                                    200          200          200          200          200          200          200
        /release/{token?}                                          200          >/release/…  200          200          200          200          200
        /release/{token}/code/{id:guid}                            200          200          200          200          200          200          200
        /release/{token}/details                                   >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/done                                      >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/paper                                     >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/pdf                                       >/release/…  >/release/…  >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/print                                     >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/read                                      >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/signer                                    >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /release/{token}/withdraw                                  >/release/…  200          >/release/…  >/release/…  >/release/…  >/release/…  >/release/…
        /robots.txt                                                200          200          200          200          200          200          200
        /status/answer/{id:guid}                                   >/status     >/status/case >/status     >/status     >/status     >/status     >/status
        /status/check                                              >/status     >/status/case >/status     >/status     >/status     >/status     >/status
        /status/code/{id:guid}                                     200          200          200          200          200          200          200
        /status/person                                             >/status     >/status/case >/status     >/status     >/status     >/status     >/status
        /status/withdraw/{id:guid}                                 >/status     200          >/status     >/status     >/status     >/status     >/status
        /{**path:file}                                             404          404          404          404          404          404          404
        """;
}
