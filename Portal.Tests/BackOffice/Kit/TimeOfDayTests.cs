using Portal.BackOffice.Kit;

namespace Portal.Tests.BackOffice.Kit;

public sealed class TimeOfDayTests
{
    [Theory]
    [InlineData("2:30 PM", 14, 30)]
    [InlineData("2:30 p.m.", 14, 30)]
    [InlineData("9 am", 9, 0)]
    [InlineData("9am", 9, 0)]
    [InlineData("2:30", 14, 30)]
    [InlineData("14:30", 14, 30)]
    [InlineData("9:15", 9, 15)]
    [InlineData("02:30", 2, 30)]
    [InlineData("12:00 PM", 12, 0)]
    public void A_time_is_read_as_people_type_it(string typed, int hour, int minute) => Assert.Equal((true, new TimeOnly(hour, minute)), TimeOfDay.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void Blank_means_no_time(string? typed) => Assert.Equal((true, null), TimeOfDay.Read(typed));

    [Theory]
    [InlineData("noon")]
    [InlineData("25:00")]
    [InlineData("2:75 PM")]
    public void Anything_else_is_refused(string typed) => Assert.False(TimeOfDay.Read(typed).IsTime);
}
