using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Cards that belong to no conversation.</summary>
public static class HelpCards
{
    /// <summary>What I can do today, a button for each.</summary>
    public static CardMessage Commands(CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.CanDo,
            t.CanDo,
            Heading(t.CanDo),
            new FactSet(
            [
                new(t.Word(Command.CheckIn), t.CanCheckIn),
                new(t.Word(Command.Person), t.CanPerson),
                new(t.Word(Command.MyData), t.CanMyData),
                new(t.Word(Command.Language), t.CanLanguage),
            ]),
            Quiet(t.TypeOrTap),
            Buttons(new[] { Command.CheckIn, Command.Person, Command.MyData, Command.Language }.Select(w => Button(t.Button(w), new RunCommand(w)))),
            PersonRow(c));
    }

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
