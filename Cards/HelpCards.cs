using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Cards that belong to no conversation.</summary>
public static class HelpCards
{
    /// <summary>An older copy of a card that now stands elsewhere in the chat: one line, no buttons.</summary>
    public static CardMessage Moved(CardContext c) => Commands(c);

    /// <summary>Words that are none of the commands: says so, then what can be done, and that a person can be reached.</summary>
    public static CardMessage NotUnderstood(CardContext c) => Commands(c);

    /// <summary>What I can do today, a button for each.</summary>
    public static CardMessage Commands(CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.CanDo,
            t.CanDo,
            Heading(t.CanDo),
            Row(Command.CheckIn, t.CanCheckIn, t),
            Row(Command.Person, t.CanPerson, t),
            Row(Command.MyData, t.CanMyData, t),
            Row(Command.Language, t.CanLanguage, t),
            Quiet(t.TypeOrTap),
            PersonRow(c));
    }

    private static ColumnSet Row(Command command, string what, Texts t) => new(
        new Column("stretch", [new TextBlock(what)]) { VerticalContentAlignment = VerticalAlignment.Center },
        new Column("auto", [new ActionSet(Button(t.Button(command), new RunCommand(command)))]) { VerticalContentAlignment = VerticalAlignment.Center });

    /// <summary>Somebody asked for an alert, which does not exist yet: the phone is what helps now.</summary>
    public static CardMessage SosForNow(CardContext c) => Card(
        c,
        c.Texts.SpokenNumbers(c.Emergency, c.Hotline.Support),
        c.Texts.NoAlertYet,
        [Heading(c.Texts.NoAlertYet), .. Numbers(c), Line(c.Texts.NoAlertYetLine), PersonRow(c)]);

    /// <summary>Mentioned where many read; no button, for its answer would stand there too.</summary>
    public static CardMessage InChannel(CardContext c) => Card(
        c,
        c.Texts.NotHere,
        c.Texts.NotHere,
        Heading(c.Texts.NotHere),
        Line(c.Texts.NotHereLine),
        Quiet(c.Texts.SpokenNumbers(c.Emergency, c.Hotline.Support)));

    /// <summary>The sender is not on the roster.</summary>
    public static CardMessage Stranger(CardContext c) => Card(
        c,
        c.Texts.NotListed,
        c.Texts.NotListed,
        [Heading(c.Texts.NotListed), Line(c.Texts.NotListedLine), .. Numbers(c)]);

    /// <summary>It could not be saved; nothing was changed.</summary>
    public static CardMessage Troubled(CardContext c) => Card(
        c,
        c.Texts.NotSaved,
        c.Texts.NotSaved,
        [Heading(c.Texts.NotSaved), Line(c.Texts.NotSavedLine), .. Numbers(c), PersonRow(c)]);
}
