using static Portal.Domain.Paper.Inspection.FileRefusal;
using static Portal.Domain.Paper.Inspection.FileVerdict;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Every sentence a person may see about a refused file, in one place for translators.</summary>
internal static class Refusals
{
    public static readonly Refused NoBytes = new(Empty, "This file is empty. Choose it again, or take a new photo of the page.");

    public static readonly Refused ZipFile = new(Archive,
        "This is a compressed folder (such as a ZIP file). Open it and upload the files inside one at a time.");

    public static readonly Refused Office = new(OfficeDocument, "This is an office document (such as a Word file). Save it as a PDF and upload the PDF.");

    public static readonly Refused Web = new(WebPage, "This is a web page or a drawing. Print it to a PDF, or upload a screenshot (PNG or JPEG).");

    public static readonly Refused Image = new(OtherImage, "We can't open this type of image. Save it as a JPEG or PNG, or take a new photo of the page.");

    public static readonly Refused Unknown = new(UnknownKind, "We can't open this type of file. Upload a PDF or a photo.");

    public static readonly Refused Broken = new(Damaged, "This file is damaged or incomplete. Save or scan it again, or take a new photo of the page.");

    public static readonly Refused Locked = new(Encrypted, "This PDF has a password. Save a copy without the password, or print it and upload a photo.");

    public static readonly Refused Dynamic = new(ActiveContent,
        "Only Adobe's own program can show this form. Open it there, print it to a new PDF, and upload that one, or upload a photo of each page.");

    public static readonly Refused Elsewhere = new(ActiveContent,
        "Parts of this PDF are in other files. Print it to a new PDF, and upload that one, or upload a photo of each page.");

    public static readonly Refused Portfolio = new(ActiveContent,
        "This PDF is a folder with other files inside. Open it, save the files, and upload them one at a time.");

    public static readonly Refused NoConverter = new(OtherImage,
        "We can't open this type of photo right now. Save it as a JPEG, or take a screenshot of it and upload that.");

    public static readonly Refused Busy = new(TooBusy, "We're handling many files right now. Wait a minute, then choose the file again.");

    public static Refused OverSize(long maxBytes) =>
        new(TooLarge, "This file is larger than {0} MB. Upload fewer pages at a time, or scan at a lower resolution.", maxBytes / (1024 * 1024));

    public static Refused OverPixels(long maxPixels) =>
        new(TooManyPixels, "This picture has more than {0} million pixels. Make it smaller, or take a new photo of the page.", maxPixels / 1_000_000);

    public static Refused OverPages(int most) =>
        new(TooManyPages, "This file has more than {0} pages. Split it, and upload the parts.", most);
}
