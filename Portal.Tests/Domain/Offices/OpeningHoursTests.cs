using Portal.Domain.Offices;

namespace Portal.Tests.Domain.Offices;

/// <summary>Hours as written by offices and in the public data on Members.</summary>
public sealed class OpeningHoursTests
{
    [Theory]
    [InlineData("Monday–Friday, 9:00 AM–5:00 PM", "Lunes a viernes, 9:00 a. m. a 5:00 p. m.")]
    [InlineData("M-F 9-5:30pm", "Lunes a viernes 9:00 a 5:30 p. m.")]
    [InlineData("M-F 8:30am-430pm", "Lunes a viernes 8:30 a. m. a 4:30 p. m.")]
    [InlineData("Mon. - Fri., 9:00 am - 5:00 pm", "Lunes a viernes, 9:00 a. m. a 5:00 p. m.")]
    [InlineData("By appointment only.", "Solo con cita")]
    [InlineData("8:30am - 5:30pm (M-F)", "8:30 a. m. a 5:30 p. m., lunes a viernes")]
    [InlineData("9:00am-5:00pm (PT), Weekdays", "9:00 a. m. a 5:00 p. m., hora del Pacífico, lunes a viernes")]
    [InlineData("Every 1st,3rd, and 5th Thursday, 9:30am-12:00pm", "Cada primer, tercer y quinto jueves, 9:30 a. m. a 12:00 p. m.")]
    public void Hours_are_translated_into_Spanish(string english, string spanish) =>
        Assert.Equal(spanish.Replace(" m.", "\u00a0m.", StringComparison.Ordinal), OpeningHours.In("es", english));

    [Theory]
    [InlineData("Ring the bell at the rear")]
    [InlineData("Call Bob")]
    [InlineData(" ")]
    public void Unrecognized_hours_are_not_shown_in_Spanish(string english) => Assert.Null(OpeningHours.In("es", english));

    [Fact]
    public void English_readers_see_what_the_office_wrote() => Assert.Equal("M-F 9-5", OpeningHours.In("en", " M-F 9-5 "));
}
