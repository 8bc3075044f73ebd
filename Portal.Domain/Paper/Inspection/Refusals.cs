using static Portal.Domain.Paper.Inspection.FileRefusal;
using static Portal.Domain.Paper.Inspection.FileVerdict;

namespace Portal.Domain.Paper.Inspection;

/// <summary>Every sentence a person may read about a refused file, in one place for the translators.</summary>
internal static class Refusals
{
    public static readonly Refused NoBytes = new(Empty, "This file is empty. Please choose the file again, or take a new photo of the page.");

    public static readonly Refused ZipFile = new(Archive, "This is a compressed folder (such as a ZIP file). Please open it and send the files inside one by one.");

    public static readonly Refused Office = new(OfficeDocument, "This is an office document (such as a Word file). Please open it, save it as a PDF, and send the PDF.");

    public static readonly Refused Web = new(WebPage, "This is a web page or drawing file. Please print it to a PDF, or send a screenshot as a PNG or JPEG image.");

    public static readonly Refused Image = new(OtherImage, "We cannot use this kind of image. Please save it as a JPEG or PNG image, or take a new photo of the page.");

    public static readonly Refused Unknown = new(UnknownKind, "We cannot use this kind of file. Please send a PDF, or a photo as a JPEG, PNG or HEIC image.");

    public static readonly Refused Broken = new(Damaged, "This file is damaged or not complete. Please save or scan it again, or take a new photo of the page.");

    public static readonly Refused Locked = new(Encrypted, "This PDF is protected with a password. Please save a copy without the password, or print it and send a photo.");

    public static readonly Refused Active = new(ActiveContent, "This PDF contains a script, a form program, or other files. Please print it to a new PDF, or send a photo of the pages.");

    public static readonly Refused HiddenInPdf = new(HiddenContent, "Something other than the PDF is attached to this file. Please print it to a new PDF and send that one.");

    public static readonly Refused HiddenInImage = new(HiddenContent, "Something other than the picture, such as a video, is attached to this file. Please send a screenshot of it, or take a new photo without motion.");

    public static Refused OverSize(long maxBytes) =>
        new(TooLarge, "This file is larger than {0} MB. Please send fewer pages at a time, or scan with a lower resolution.", maxBytes / (1024 * 1024));

    public static Refused OverPixels(long maxPixels) =>
        new(TooManyPixels, "This picture has more than {0} million pixels. Please make it smaller, or take a new photo of the page.", maxPixels / 1_000_000);

    public static Refused Misnamed(FileKind kind) => kind switch
    {
        FileKind.Pdf => new(NameDisagrees, "This file is a PDF, but its name says something else. Please give it a name that ends in .pdf and send it again."),
        FileKind.Jpeg => new(NameDisagrees, "This file is a JPEG image, but its name says something else. Please give it a name that ends in .jpg and send it again."),
        FileKind.Png => new(NameDisagrees, "This file is a PNG image, but its name says something else. Please give it a name that ends in .png and send it again."),
        _ => new(NameDisagrees, "This file is a HEIC image, but its name says something else. Please give it a name that ends in .heic and send it again."),
    };
}
