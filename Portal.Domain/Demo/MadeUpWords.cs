namespace Portal.Domain.Demo;

/// <summary>Words for made-up people and their requests.</summary>
internal static class MadeUpWords
{
    public static readonly string[] First =
        ("Alma Andre Beth Bruno Carla Chen Dario Dora Edna Elio Emma Farid Flora Gus Hana Hugo Ines Ivan Jada Joel Kara Karim Lena Leo "
            + "Lucía Marco Mei Mina Nadia Noah Nora Olaf Opal Pablo Petra Quinn Rafael Rita Rosa Saul Selma Tara Tomás Uma Vera Victor "
            + "Wanda Will Ximena Yara Yusuf Zoe").Split(' ');

    public static readonly string[] Last =
        ("Abbott Aguilar Banks Barrera Becker Cho Cortez Daly Diaz Easton Engel Fields Flores Garner Gupta Hale Haddad Ibarra Ito Jansen Juarez Kaplan Kelly "
            + "Lang Lopez Mercer Moreno Nash Nguyen Oakes Ortiz Parrish Patel Quiroz Reed Rojas Sharp Silva Tate Tran Underwood Urbina Vance Vega Walsh Weber "
            + "Xiong Yates Young Zamora").Split(' ');

    public static readonly string[] Streets = ["Maple Street", "Second Avenue", "Canyon Road", "Mill Lane", "Prairie Drive", "Ridge Court"];

    public static readonly string[] Zips = ["80401", "80004", "80005", "80007", "80033", "80021", "80215", "80228", "80465", "81201", "81212", "80461"];

    public static readonly string[] Happened =
    [
        "I sent everything they asked for last spring and haven't heard anything since. When I call, I wait an hour and they tell me to keep waiting.",
        "They say a form is missing, but I took it to their office myself. I have the stamped copy.",
        "The letter says one thing and the person on the phone says another. I don't know what to do next.",
        "My payment went down and nobody can explain why. I have bills I can't pay.",
    ];

    public static readonly string[] Wants =
        ["A decision.", "To know what they're waiting for.", "I want them to correct the mistake.", "An answer I can understand."];

    public static readonly string[] FromOffice =
    [
        "I wrote to the agency today and asked where your case stands. I'll tell you as soon as I know more.",
        "The agency confirmed that it has our letter. An answer usually takes a few weeks.",
        "We have the agency's answer and are reading it. I'll call you about it this week.",
    ];

    public static readonly string[] FromConstituent =
        ["Thank you for your help.", "Is there any news?", "I found the letter and sent it to you.", "They called me today and were very friendly."];

    public const string Farewell = "We're closing your case now. If something still isn't settled, write to us here.";
}
