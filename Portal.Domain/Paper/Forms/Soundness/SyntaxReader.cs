using System.Globalization;
using System.Text;

namespace Portal.Domain.Paper.Forms.Soundness;

/// <summary>A reference to an object.</summary>
internal sealed record Reference(int Number);

/// <summary>A name, without its slash.</summary>
internal sealed record Name(string Text);

/// <summary>A word of the language, such as obj or stream, or a sign of it.</summary>
internal sealed record Word(string Text);

/// <summary>
/// Reads the syntax of PDF strictly, without calling itself: nesting takes memory, not stack. Values come as numbers,
/// booleans, text, <see cref="Name"/>, <see cref="Reference"/>, lists and dictionaries.
/// </summary>
internal sealed class SyntaxReader(byte[] bytes, int start, int end)
{
    private const int Deepest = 100;

    private static readonly Word ArrayStart = new("["), ArrayEnd = new("]"), DictionaryStart = new("<<"), DictionaryEnd = new(">>");

    public int At { get; private set; } = start;

    /// <summary>One value and the word behind it.</summary>
    /// <exception cref="InvalidDataException">It is no value, or is nested deeper than any real one.</exception>
    public (object? Value, Word Behind) ReadValue(bool stopAtFirst = false)
    {
        var open = new Stack<(bool IsDictionary, List<object?> Items)>();
        open.Push((false, []));
        while (true)
        {
            switch (ReadToken())
            {
                case Word { Text: "[" or "<<" } begin when open.Count < Deepest:
                    open.Push((begin.Text == "<<", []));
                    break;
                case Word { Text: "]" or ">>" } finish when open.Count > 1 && open.Peek().IsDictionary == (finish.Text == ">>"):
                    var (isDictionary, items) = open.Pop();
                    open.Peek().Items.Add(isDictionary ? Paired(items) : items);
                    if (stopAtFirst && open.Count == 1)
                    {
                        return (open.Peek().Items[0], new Word(""));
                    }

                    break;
                case Word { Text: "R" }:
                    Refer(open.Peek().Items);
                    break;
                case Word { Text: "true" or "false" } truth:
                    open.Peek().Items.Add(truth.Text == "true");
                    break;
                case Word { Text: "null" }:
                    open.Peek().Items.Add(null);
                    break;
                case Word behind when open is { Count: 1 } && open.Peek().Items.Count == 1:
                    return (open.Peek().Items[0], behind);
                case Word:
                    throw Broken();
                case var value:
                    open.Peek().Items.Add(value);
                    break;
            }
        }
    }

    /// <summary>A value of packed objects, where nothing marks its end.</summary>
    public object? ReadPacked()
    {
        switch (ReadToken())
        {
            case Word { Text: "[" or "<<" } sign:
                At -= sign.Text.Length;
                break;
            case Word { Text: "true" or "false" } truth:
                return truth.Text == "true";
            case Word { Text: "null" }:
                return null;
            case Word:
                throw Broken();
            case var value:
                return value;
        }

        return ReadValue(stopAtFirst: true).Value;
    }

    /// <summary>The next number, not negative.</summary>
    public int ReadWhole() => ReadToken() is double number and >= 0 and <= int.MaxValue && number == Math.Floor(number) ? (int)number : throw Broken();

    public void Expect(string word)
    {
        if (ReadToken() is not Word found || found.Text != word)
        {
            throw Broken();
        }
    }

    /// <summary>A value that is no list, a word, or a sign.</summary>
    public object ReadToken()
    {
        SkipBlank();
        if (At >= end)
        {
            // What stands alone in a packed stream has nothing behind it.
            return new Word("");
        }

        return bytes[At] switch
        {
            (byte)'/' => ReadName(),
            (byte)'(' => ReadText(),
            (byte)'<' when Peek(1) == '<' => Sign(DictionaryStart),
            (byte)'<' => ReadHexadecimal(),
            (byte)'>' when Peek(1) == '>' => Sign(DictionaryEnd),
            (byte)'[' => Sign(ArrayStart),
            (byte)']' => Sign(ArrayEnd),
            (byte)'+' or (byte)'-' or (byte)'.' or (>= (byte)'0' and <= (byte)'9') => ReadNumber(),
            _ => ReadWord(),
        };
    }

    private static Dictionary<string, object?> Paired(List<object?> items)
    {
        var pairs = new Dictionary<string, object?>();
        for (var at = 0; at < items.Count; at += 2)
        {
            pairs[items[at] is Name key && at + 1 < items.Count ? key.Text : throw Broken()] = items[at + 1];
        }

        return pairs;
    }

    private static void Refer(List<object?> items)
    {
        if (items is not [.., double number and >= 0 and <= 10_000_000, double and >= 0 and <= 65_535])
        {
            throw Broken();
        }

        items.RemoveRange(items.Count - 2, 2);
        items.Add(new Reference((int)number));
    }

    private Word Sign(Word sign)
    {
        At += sign.Text.Length;
        return sign;
    }

    private Name ReadName()
    {
        var from = ++At;
        SkipRegular();
        return new Name(Encoding.Latin1.GetString(bytes, from, At - from));
    }

    private Word ReadWord()
    {
        var from = At;
        SkipRegular();
        return At > from ? new Word(Encoding.Latin1.GetString(bytes, from, At - from)) : throw Broken();
    }

    private object ReadNumber()
    {
        var from = At;
        SkipRegular();
        return double.TryParse(Encoding.Latin1.GetString(bytes, from, At - from), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number : throw Broken();
    }

    private string ReadText()
    {
        var from = At;
        for (var open = 0; At < end; At++)
        {
            switch (bytes[At])
            {
                case (byte)'\\':
                    At++;
                    break;
                case (byte)'(':
                    open++;
                    break;
                case (byte)')' when --open == 0:
                    At++;
                    return Encoding.Latin1.GetString(bytes, from, At - from);
            }
        }

        throw Broken();
    }

    private string ReadHexadecimal()
    {
        var from = At++;
        for (; At < end && bytes[At] != '>'; At++)
        {
            if (!char.IsAsciiHexDigit((char)bytes[At]) && !IsBlank(bytes[At]))
            {
                throw Broken();
            }
        }

        return At < end ? Encoding.Latin1.GetString(bytes, from, ++At - from) : throw Broken();
    }

    private void SkipRegular()
    {
        while (At < end && !IsBlank(bytes[At]) && "()<>[]{}/%"u8.IndexOf(bytes[At]) < 0)
        {
            At++;
        }
    }

    private void SkipBlank()
    {
        for (; At < end && (IsBlank(bytes[At]) || bytes[At] == '%'); At++)
        {
            if (bytes[At] == '%')
            {
                while (At + 1 < end && bytes[At + 1] is not ((byte)'\r' or (byte)'\n'))
                {
                    At++;
                }
            }
        }
    }

    private int Peek(int ahead) => At + ahead < end ? bytes[At + ahead] : -1;

    private static bool IsBlank(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static InvalidDataException Broken() => new("This is not the syntax of a PDF.");
}
