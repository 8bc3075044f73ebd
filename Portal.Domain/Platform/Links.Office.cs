namespace Portal.Domain.Platform;

public static partial class Links
{
    /// <summary>The back office.</summary>
    public static class Office
    {
        /// <summary>The back office's first page.</summary>
        public const string Home = "/office";

        /// <summary>The list staff work from.</summary>
        public const string Queue = "/office/queue";

        /// <summary>Search results. The search text is never part of the address.</summary>
        public const string Found = "/office/queue?found=true";

        /// <summary>Assigning several cases.</summary>
        public const string AssignCases = "/office/queue/assign";

        /// <summary>Putting a tag on several cases.</summary>
        public const string TagCases = "/office/queue/tag";

        /// <summary>Asking the constituents of several cases for the same thing.</summary>
        public const string AskCases = "/office/queue/ask";

        /// <summary>Closing several cases.</summary>
        public const string CloseCases = "/office/queue/close";

        /// <summary>What was planned for several cases, and what came of it.</summary>
        public static string Bulk(Guid act, string? back = null, string? handler = null) => With($"/office/queue/done/{act}", ("back", back), ("handler", handler));

        /// <summary>The office's tags.</summary>
        public const string Tags = "/office/tags";

        /// <summary>Releases to check.</summary>
        public const string Releases = "/office/releases";

        /// <summary>Background jobs.</summary>
        public const string Jobs = "/office/jobs";

        /// <summary>Hangfire's dashboard.</summary>
        public const string Engine = "/office/jobs/engine";

        /// <summary>Routing rules.</summary>
        public const string Routing = "/office/routing";

        /// <summary>The routing rules as a file.</summary>
        public const string RoutingFile = "/office/routing?handler=File";

        /// <summary>Changing the routing rules by a file.</summary>
        public const string ImportRules = "/office/routing/import";

        /// <summary>A new rule.</summary>
        public const string Rule = "/office/routing/rule";

        /// <summary>The office's staff.</summary>
        public const string Staff = "/office/staff";

        /// <summary>The reader's own cases.</summary>
        public const string MyCases = "/office/queue?view=mine";

        /// <summary>Cases assigned to someone who is away.</summary>
        public const string Away = "/office/queue?view=away";

        /// <summary>Adding a staff member.</summary>
        public const string AddStaff = "/office/staff/add";

        /// <summary>The agencies.</summary>
        public const string Agencies = "/office/agencies";

        /// <summary>Email that arrived.</summary>
        public const string MailRoom = "/office/mail";

        /// <summary>The mail room with one email opened.</summary>
        public static string Mail(Guid? email, string? view = null) => With(MailRoom, ("view", view), ("email", email?.ToString()));

        /// <summary>The next page of a list in the mail room.</summary>
        public static string MailBefore(Guid email, string? view) => With(MailRoom, ("view", view), ("before", email.ToString()));

        /// <summary>A form of the mail room, about one email.</summary>
        public static string MailForm(string handler, Guid email, string? view = null) => With(MailRoom, ("handler", handler), ("view", view), ("email", email.ToString()));

        /// <summary>Organizations to refer people to.</summary>
        public const string Resources = "/office/resources";

        /// <summary>An organization of the library, or a new one.</summary>
        public static string Resource(Guid? id = null) => id is { } known ? $"{Resources}/edit/{known}" : $"{Resources}/edit";

        /// <summary>Finding a case, a page, or something to do with a case.</summary>
        public static string Find(string? on = null) => With("/office/find", ("on", on));

        /// <summary>Searching everything written in cases. What is typed is never part of the address.</summary>
        public const string Search = "/office/search";

        /// <summary>Words to start a message from.</summary>
        public const string MessageTemplates = "/office/message-templates";

        /// <summary>A message template, or a new one.</summary>
        public static string MessageTemplate(Guid? id = null) => id is { } known ? $"{MessageTemplates}/edit/{known}" : $"{MessageTemplates}/edit";

        /// <summary>How the office works on each kind of case.</summary>
        public const string Procedures = "/office/procedures";

        /// <summary>A procedure.</summary>
        public static string Procedure(Guid id) => $"{Procedures}/{id}";

        /// <summary>Changing a procedure, or adding one.</summary>
        public static string EditProcedure(Guid? id = null) => id is { } known ? $"{Procedures}/edit/{known}" : $"{Procedures}/edit";

        /// <summary>The first page of the practice office.</summary>
        public const string Practice = "/office/practice";

        /// <summary>Acronyms, programs, and forms in plain words.</summary>
        public const string Glossary = "/office/glossary";

        /// <summary>The calendar.</summary>
        public const string Calendar = "/office/calendar";

        /// <summary>A month of somebody's calendar; null for the reader's own and this month.</summary>
        public static string CalendarOf(string? month, Guid? of = null) => With(Calendar, ("month", month), ("of", of?.ToString()));

        /// <summary>A form of the calendar's page.</summary>
        public static string CalendarForm(string handler) => With(Calendar, ("handler", handler));

        /// <summary>A calendar for programs, under its secret.</summary>
        public static string CalendarFeed(string secret) => $"/office/calendar/feed/{secret}";

        /// <summary>Calls that belong to no case.</summary>
        public const string Calls = "/office/calls";

        /// <summary>The next page of calls.</summary>
        public static string CallsBefore(Guid call) => With(Calls, ("before", call.ToString()));

        /// <summary>Writing down a request from a call.</summary>
        public static string NewCaseFrom(Guid call) => With(NewCase, ("call", call.ToString()));

        /// <summary>Writing down a request for somebody who called, wrote, or came in.</summary>
        public const string NewCase = "/office/new-case";

        /// <summary>The office at a glance.</summary>
        public const string Overview = "/office/overview";

        /// <summary>What a member of staff owes; null for the reader's own list.</summary>
        public static string MyTurn(Guid? of = null, bool snoozed = false) => With("/office/my-turn", ("of", of?.ToString()), ("snoozed", snoozed ? "true" : null));

        /// <summary>What the Member and senior staff have to know or decide.</summary>
        public const string Attention = "/office/attention";

        /// <summary>The letterhead of letters to agencies, and who reads them before they go out.</summary>
        public const string Letterhead = "/office/settings/letters";

        /// <summary>The seal on the letterhead.</summary>
        public const string Seal = "/office/letters/seal";

        /// <summary>Open inquiries with one agency, to go over with its liaison.</summary>
        public static string Batch(string? agency = null) => With("/office/letters/batch", ("agency", agency));

        /// <summary>Letters that wait.</summary>
        public const string Letters = "/office/letters";

        /// <summary>Whom to write to at agencies.</summary>
        public const string Directory = "/office/directory";

        /// <summary>The directory, searched.</summary>
        public static string DirectoryOf(string? agency, string? search = null) => With(Directory, ("agency", agency), ("search", search));

        /// <summary>The directory as a file.</summary>
        public const string DirectoryFile = "/office/directory?handler=File";

        /// <summary>A contact in the directory; a new one without an id.</summary>
        public static string Contact(Guid? id = null, string? agency = null) =>
            With(id is { } known ? $"{Directory}/contact/{known}" : $"{Directory}/contact", ("agency", agency));

        /// <summary>Facts to verify, of one agency or of none.</summary>
        public static string Facts(string? agency = null) => agency is null ? "/office/facts" : $"/office/facts?agency={Uri.EscapeDataString(agency)}";

        /// <summary>The release templates.</summary>
        public const string Templates = "/office/templates";

        /// <summary>The activity record.</summary>
        public const string Activity = "/office/activity";

        /// <summary>The days the office is closed.</summary>
        public const string Holidays = "/office/holidays";

        /// <summary>How email is sent.</summary>
        public const string Settings = "/office/settings";

        /// <summary>Events that bring many people at once.</summary>
        public const string Surges = "/office/surges";

        /// <summary>One of them.</summary>
        public static string Surge(Guid id, Guid? after = null) => With($"{Surges}/{id}", ("after", after?.ToString()));

        /// <summary>Opening a surge or changing it.</summary>
        public static string EditSurge(Guid? id = null) => id is { } known ? $"{Surges}/edit/{known}" : $"{Surges}/edit";

        /// <summary>Writing to many people of a surge.</summary>
        public static string WriteSurge(Guid surge, string kind, Guid? message = null) =>
            With(message is { } known ? $"{Surges}/{surge}/write/{known}" : $"{Surges}/{surge}/write", ("kind", kind));

        /// <summary>Checking who gets it, and sending it.</summary>
        public static string SendSurge(Guid message) => $"{Surges}/send/{message}";

        /// <summary>Counts, approvals, and elections that limit mass communication.</summary>
        public const string MassMail = "/office/mass-mail";

        /// <summary>The user's own account.</summary>
        public const string Account = "/office/account";

        /// <summary>Signing in.</summary>
        public const string SignIn = "/office/sign-in";

        /// <summary>Signing in again, then returning to the user's own account.</summary>
        public const string SignInAgain = "/office/sign-in?returnUrl=/office/account";

        /// <summary>Signing out.</summary>
        public const string SignOut = "/office/sign-out";

        /// <summary>Setting up a new account's sign-in.</summary>
        public static string Enroll(string token) => "/office/enroll/" + Uri.EscapeDataString(token);

        /// <summary>Choosing a new password.</summary>
        public static string NewPassword(string token) => "/office/new-password/" + Uri.EscapeDataString(token);

        /// <summary>Signing in to a demonstration.</summary>
        public static string Demo(string token) => "/office/demo/" + Uri.EscapeDataString(token);

        /// <summary>A case.</summary>
        public static string Case(string reference) => new CaseLinks(reference).Show();

        /// <summary>The pages of a case.</summary>
        /// <param name="back">The place in the queue to return to.</param>
        public static CaseLinks CasePages(string reference, string? back = null) => new(reference, back);

        /// <summary>The next page of releases to check.</summary>
        public static string ReleasesAfter(Guid release) => With(Releases, ("after", release.ToString()));

        /// <summary>The runs of a job.</summary>
        public static string JobHistory(string job, bool failed = false, Guid? before = null) =>
            With("/office/jobs/history", ("job", job), ("failed", failed ? "true" : null), ("before", before?.ToString()));

        /// <summary>A routing rule.</summary>
        public static string EditRule(Guid rule) => $"{Rule}/{rule}";

        /// <summary>Handing over a colleague's cases.</summary>
        public static string HandOver(Guid id) => $"{Queue}/hand-over/{id}";

        /// <summary>A member of staff.</summary>
        public static string StaffMember(Guid id) => $"{Staff}/{id}";

        /// <summary>An agency.</summary>
        public static string Agency(string code) => $"{Agencies}/{code}";

        /// <summary>The versions of an agency's own form.</summary>
        public static string AgencyForms(string code) => $"{Agencies}/{code}/form";

        /// <summary>One version of an agency's own form.</summary>
        public static string AgencyForm(string code, int edition) => $"{Agencies}/{code}/form/{edition}";

        /// <summary>Choosing what goes in a form's fields, page by page.</summary>
        public static string FormFields(string code, int edition, int? sheet = null) =>
            With($"{AgencyForm(code, edition)}/fields", ("sheet", sheet?.ToString()));

        /// <summary>A form filled with sample data.</summary>
        public static string FormPreview(string code, int edition) => $"{AgencyForm(code, edition)}/preview";

        /// <summary>A template's draft.</summary>
        public static string Template(string code) => $"{Templates}/{code}";

        /// <summary>A published version of a template.</summary>
        public static string TemplateVersion(string code, int number) => $"{Templates}/{code}/versions/{number}";

        /// <summary>What publishing a draft would change.</summary>
        public static string PublishTemplate(string code) => $"{Templates}/{code}/publish";

        /// <summary>A template as a document.</summary>
        public static string TemplatePreview(string code, int? number = null) => With($"{Templates}/{code}/preview", ("Choice.Of", number?.ToString()));
    }
}
