using FsCheck;
using FsCheck.Fluent;
using Portal.Domain.Agencies;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Inquiries;
using Portal.Domain.Messages;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Text;
using Portal.Domain.PrivacyReleases;
using Portal.Domain.Progress;

namespace Portal.Tests.Properties;

/// <summary>Thousands of random histories with several agencies: no two statements about a case disagree.</summary>
public sealed class ProgressProperties
{
    private static readonly string[] Codes = ["SSA", "VA", "IRS"];
    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(4_000).WithStartSize(5).WithEndSize(30);

    /// <summary>One of the things that can happen, with a number that chooses the agency, request, or release it happens to.</summary>
    public enum Happening
    {
        Accept, AskInformation, Provide, AskRelease, Sign, Refuse, Inquire, FollowUpDue, FollowUp, Answer, EndInquiry, Tell, Write, Read, Alarm, Close, Reopen, WeekPasses,
    }

    [Fact]
    public void No_two_statements_about_a_case_disagree() => Prop.ForAll(
        Gen.Zip(Gen.Elements(Enum.GetValues<Happening>()), Gen.Choose(0, 2)).ListOf().ToArbitrary(),
        happenings =>
        {
            var history = new History();
            foreach (var (happening, which) in happenings)
            {
                history.Play(happening, which);
                var progress = CaseProgress.From(history.Facts);
                history.Holds(progress);
                foreach (var language in Texts.Languages)
                    ToldTheSame.Check(progress, new(language, History.Agencies, History.Calendar, history.Today));
            }
        }).Check(Many);

    private sealed class History
    {
        public static readonly Dictionary<string, Agency> Agencies = Codes.ToDictionary(c => c, c => new Agency
        {
            Code = c,
            Name = $"Agency {c}",
            NameEs = $"Agencia {c}",
            ShortName = c,
            ShortNameEs = c,
            Source = "",
        });
        public static readonly OfficeCalendar Calendar = new(TimeZoneInfo.Utc, new HashSet<DateOnly>());

        private readonly Case _case = new() { Id = Guid.CreateVersion7(), Reference = "ABCDE-FGHJK", PersonName = "Ana", Language = "en", AgencyCode = "SSA", Residency = ResidencyFinding.InDistrict };
        private readonly List<InformationRequest> _requests = [];
        private readonly List<ReleaseFact> _releases = [];
        private readonly List<InquiryFact> _inquiries = [];
        private DateTime _now = new(2026, 3, 2, 15, 0, 0, DateTimeKind.Utc);

        public History() => _case.Promise(Today.AddDays(5));

        public DateOnly Today => DateOnly.FromDateTime(_now);

        public ProgressFacts Facts => new(_case, new Readiness.Ready([], null), Today) { Requests = _requests, Releases = _releases, Inquiries = _inquiries };

        public void Play(Happening happening, int which)
        {
            _now = _now.AddMinutes(7);
            var code = Codes[which];
            if (_case.IsClosed && happening is not (Happening.Reopen or Happening.Write or Happening.Read or Happening.WeekPasses or Happening.Tell))
                return;
            switch (happening)
            {
                case Happening.Accept:
                    _case.Accept(_now);
                    break;
                case Happening.AskInformation:
                    _requests.Add(new() { Id = Guid.CreateVersion7(), CaseId = _case.Id, What = "A letter", DueOn = Today.AddDays(which * 4), AskedAt = _now });
                    _case.Ask(_requests[^1].Id);
                    _case.Accept(_now);
                    break;
                case Happening.Provide when _requests.Find(r => r.IsOpen) is { } request:
                    request.AnsweredAt = _now;
                    _case.EndAsk(request.Id);
                    _case.NoteConstituentActivity(_now);
                    break;
                case Happening.AskRelease when !_releases.Exists(r => r.AgencyCode == code && r.Status == ReleaseStatus.Requested):
                    _releases.Insert(0, new(Guid.CreateVersion7(), _case.Id, code, _case.Id, default, ReleaseStatus.Requested)
                    {
                        SubjectName = "Ana",
                        RequestedAt = _now,
                        ExpiresOn = null,
                    });
                    _case.Ask(_releases[0].Id);
                    break;
                case Happening.Sign:
                    Sign(code);
                    break;
                case Happening.Refuse when _releases.FindIndex(r => r.AgencyCode == code && r.Status == ReleaseStatus.Signed) is >= 0 and var at:
                    _releases[at] = _releases[at] with { Status = ReleaseStatus.Requested, RefusalReason = RefusalReason.NotLegible };
                    _case.Ask(_releases[at].Id);
                    break;
                case Happening.Inquire:
                    _inquiries.Add(new(Guid.CreateVersion7(), code, _now, null, Today.AddDays(10)) { FollowUpOn = Today.AddDays(11) });
                    _case.Accept(_now);
                    _case.Inquire(_inquiries[^1].Id);
                    _case.ClearUnanswered();
                    break;
                case Happening.FollowUpDue:
                    Change(i => i.IsOverdue(Today), i => i with { FollowUpsDue = i.FollowUpsDue + 1, FollowUpDueSince = _now, EscalatedAt = i.FollowUpsDue > 1 ? _now : null });
                    break;
                case Happening.FollowUp:
                    Change(i => i.FollowUpDueSince is not null, i => i with { FollowUpDueSince = null, FollowedUpAt = _now, FollowUpOn = Today.AddDays(5) });
                    break;
                case Happening.Answer when Change(i => i.AgencyCode == code && i.IsOpen, i => i with { EndedAt = _now, AnsweredAt = _now, AnsweredOn = Today }) is { } answered:
                    _case.ReceiveAnswer(answered, _now);
                    break;
                case Happening.EndInquiry when Change(i => i.AgencyCode == code && i.IsOpen, i => i with { EndedAt = _now }) is { } ended:
                    _case.EndInquiry(ended);
                    break;
                case Happening.Tell:
                    _case.TellConstituent();
                    break;
                case Happening.Write:
                    _case.NoteConstituentActivity(_now);
                    break;
                case Happening.Read:
                    _case.ClearUnanswered();
                    break;
                case Happening.Alarm:
                    if (_case.Danger is null)
                        _case.Alarm(which == 0 ? SafetyKind.Threat : SafetyKind.SelfHarm);
                    else
                        _case.EndAlarm();
                    break;
                case Happening.Close when !_inquiries.Exists(i => i.IsOpen):
                    Close();
                    break;
                case Happening.Reopen when _case.IsClosed:
                    _case.Reopen(Today.AddDays(5), _now);
                    break;
                case Happening.WeekPasses:
                    _now = _now.AddDays(7);
                    break;
            }
        }

        // What must be so whatever anyone says about it.
        public void Holds(CaseProgress progress)
        {
            if (_case.IsClosed)
                return;
            Assert.Equal(_requests.Count(r => r.IsOpen) + _releases.Count(r => r.Status == ReleaseStatus.Requested), progress.Asks.Count);
            var untold = _inquiries.Where(i => _case.AnswerUntoldSince is { } since && i.AnsweredAt >= since).Select(i => i.AgencyCode).Distinct().Order();
            Assert.Equal(_case.AcceptedAt is null ? [] : untold, progress.Agencies.Where(a => a.Stage == AgencyStage.Answered && a.IsUntold).Select(a => a.AgencyCode!).Order());
            Assert.Equal(_case.AnswerUntoldSince is not null, progress.Agencies.Any(a => a.IsUntold));
            Assert.Equal(_case.AcceptedAt is null, _case.Status == CaseStatus.Received);
            if (_case.Status == CaseStatus.WithAgency)
                Assert.Empty(progress.Asks);
            // The earliest due date comes first, and nothing that is late is called someone else's turn.
            Assert.Equal(progress.Asks.Where(a => a.DueOn is not null).OrderBy(a => a.DueOn).Select(a => a.DueOn), progress.Asks.TakeWhile(a => a.DueOn is not null).Select(a => a.DueOn));
            Assert.All(_inquiries.Where(i => i.NeedsFollowUp(Today)), i => Assert.Contains(progress.Steps, s => s.InquiryId == i.Id && s.Move == CaseMove.FollowUp));
            Assert.Equal(_case.Danger == SafetyKind.SelfHarm, progress.Next.Sentence.Contains("self-harm", StringComparison.Ordinal));
            Assert.Equal(_case.Danger == SafetyKind.Threat, progress.Next.Sentence.Contains("threaten", StringComparison.Ordinal));
        }

        private void Sign(string code)
        {
            var at = _releases.FindIndex(r => r.AgencyCode == code && r.Status == ReleaseStatus.Requested);
            if (at < 0)
                return;
            _releases[at] = _releases[at] with { Status = ReleaseStatus.Signed, ExpiresOn = Today.AddYears(1), RefusalReason = null };
            _case.EndAsk(_releases[at].Id);
        }

        private Guid? Change(Func<InquiryFact, bool> which, Func<InquiryFact, InquiryFact> how)
        {
            var at = _inquiries.FindIndex(i => which(i));
            if (at < 0)
                return null;
            _inquiries[at] = how(_inquiries[at]);
            return _inquiries[at].Id;
        }

        private void Close()
        {
            _case.Close(ClosingReason.InformationGiven, _now);
            _case.TellConstituent();
            foreach (var request in _requests.Where(r => r.IsOpen))
                request.CanceledAt = _now;
            for (var i = 0; i < _releases.Count; i++)
                if (_releases[i].Status == ReleaseStatus.Requested)
                    _releases[i] = _releases[i] with { Status = ReleaseStatus.Dropped };
        }
    }
}
