using Microsoft.EntityFrameworkCore;
using Portal.Domain.Cases;
using Portal.Domain.Constituents;
using Portal.Domain.Districts;
using Portal.Domain.HelpRequests;
using Portal.Domain.Offices;
using Portal.Domain.Platform.Activity;
using Portal.Domain.Platform.Protection;
using Portal.Domain.Topics;

namespace Portal.Domain.Intake;

/// <summary>Opens the case of a request: its constituent, priority, residency, and first promised update.</summary>
public sealed class CaseOpening(
    PortalDb db, BlindIndex index, CaseWords words, ConstituentMatch people, HomeFinding homes, Calendars calendars, SafetyAlarm alarm)
{
    /// <summary>How a request arrived.</summary>
    public sealed record Arrival
    {
        /// <summary>Why staff should double-check it; null when there is no reason.</summary>
        public string? ReviewReason { get; init; }

        /// <summary>The door it came through.</summary>
        public Door Door { get; init; }

        /// <summary>The staff member who wrote it down.</summary>
        public Guid? OpenedById { get; init; }

        /// <summary>What staff have to know before they contact the person.</summary>
        public string? BeforeContact { get; init; }

        /// <summary>The word agreed on for later calls.</summary>
        public string? CallWord { get; init; }
    }

    /// <summary>Creates the case and its search entries. The caller saves.</summary>
    public async Task<Case> OpenAsync(
        HelpRequest request, RequestAnswers answers, TopicCard? topic, Arrival arrival, DateTime now,
        CancellationToken cancellation)
    {
        var calendar = await calendars.ReadAsync(cancellation);
        var name = answers.CaseName;
        var person = await people.FindOrAddAsync(name, answers.Person.BornOn, now, cancellation);
        var writer = answers.HelpFor == HelpFor.SomeoneElse ? answers.Helper : answers.Person;
        var email = EmailAddress.TryParse(writer.Email, out var address) ? address.Text : null;
        var @case = new Case
        {
            Id = request.Id,
            Reference = CaseReference.Create().ToString(),
            ConstituentId = person.Id,
            PersonName = name,
            Priority = Triage.DangerIn(answers) is null ? Triage.PriorityOf(answers, calendar.DayOf(now)) : Priority.P0,
            TopicCode = topic?.Code,
            AgencyCode = topic?.Agency,
            Language = answers.Language ?? request.Language,
            SpokenLanguage = answers.SpokenLanguage,
            Residency = await homes.OfAsync(answers.Address, cancellation),
            Zip = ZipCode.TryParse(answers.Address.Zip, out var zip) ? zip.Five : null,
            ReceivedAt = now,
            HelperWrites = answers.HelpFor == HelpFor.SomeoneElse,
            ReviewReason = arrival.ReviewReason,
            Door = arrival.Door,
            OpenedById = arrival.OpenedById,
            BeforeContact = arrival.BeforeContact is { } before ? before : null,
            CallWord = arrival.CallWord is { } word ? word : null,
            ContactEmail = email,
            ContactEmailIndex = email is null ? null : index.Of("email", address.Normalized),
            PhoneIndex = PhoneNumber.IndexOf(answers.Person.Phone, index),
            HelperPhoneIndex = answers.HelpFor == HelpFor.SomeoneElse ? PhoneNumber.IndexOf(answers.Helper.Phone, index) : null,
        };
        @case.Promise(UpdatePromise.First(calendar, now, @case.Priority));
        db.Add(@case);
        db.AddRange(words.For(@case.Id, @case.Reference, name));
        return @case;
    }

    /// <summary>Raises the safety alert for what was said in a call. The caller saves.</summary>
    public Task AlarmAsync(Act act, Case @case, SafetyKind danger, Guid callId, CancellationToken cancellation) => alarm.RaiseAsync(act, @case, danger, callId, cancellation);

    /// <summary>Raises the safety alert if what the person wrote may mean danger. The caller saves.</summary>
    public async Task AlarmAsync(Act act, Case @case, RequestAnswers answers, CancellationToken cancellation)
    {
        if (Triage.DangerIn(answers) is { } danger)
            await alarm.RaiseAsync(act, @case, danger, null, cancellation);
    }
}
