namespace Portal.Domain.Demo;

/// <summary>Words for made-up people and their requests.</summary>
internal static class LoadWords
{
    public static readonly string[] First =
        "Alma Andre Beth Bruno Carla Chen Dario Dora Edna Elio Emma Farid Flora Gus Hana Hugo Ines Ivan Jada Joel Kara Karim Lena Leo Lucía Marco Mei Mina Nadia Noah Nora Olaf Opal Pablo Petra Quinn Rafael Rita Rosa Saul Selma Tara Tomás Uma Vera Victor Wanda Will Ximena Yara Yusuf Zoe".Split(' ');

    public static readonly string[] Last =
        "Abbott Aguilar Banks Barrera Becker Cho Cortez Daly Diaz Easton Engel Fields Flores Garner Gupta Hale Haddad Ibarra Ito Jansen Juarez Kaplan Kelly Lang Lopez Mercer Moreno Nash Nguyen Oakes Ortiz Parrish Patel Quiroz Reed Rojas Sharp Silva Tate Tran Underwood Urbina Vance Vega Walsh Weber Xiong Yates Young Zamora".Split(' ');

    public static readonly string[] Streets = ["Maple Street", "Second Avenue", "Canyon Road", "Mill Lane", "Prairie Drive", "Ridge Court"];

    public static readonly string[] Zips = ["80401", "80004", "80005", "80007", "80033", "80021", "80215", "80228", "80465", "81201", "81212", "80461"];

    public static readonly string[] Happened =
    [
        "I sent everything they asked for in spring and have heard nothing since. When I call, I wait an hour and am told to wait more.",
        "They say that a paper is missing which I brought to the office myself. I have the stamped copy.",
        "The letter says one thing and the person on the telephone another. I do not know what to do next.",
        "My payment is lower than before and nobody can explain why. I have bills that I cannot pay.",
    ];

    public static readonly string[] Wants = ["A decision.", "To know what they are waiting for.", "That they correct the mistake.", "An answer that I can understand."];

    public static readonly string[] FromOffice =
    [
        "I wrote to the agency today and asked for a status report. I will tell you as soon as I know more.",
        "The agency has confirmed that it has our letter. An answer usually takes some weeks.",
        "We have the agency's answer and are reading it. I will call you about it this week.",
    ];

    public static readonly string[] FromConstituent = ["Thank you for your help.", "Is there any news?", "I found the letter and have sent it to you.", "They called me today and were very friendly."];

    public const string Farewell = "We are closing your case now. If something is still open, write to us here.";
}
