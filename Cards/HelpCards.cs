using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Cards that belong to no conversation.</summary>
public static class HelpCards
{
    /// <summary>An older copy of a card that now stands elsewhere in the chat: one line, no buttons.</summary>
    public static CardMessage Moved(CardContext c) => Card(c, c.Texts.MovedOn, c.Texts.MovedOn, Quiet(c.Texts.MovedOn));

    /// <summary>Words that are none of the commands: says so, then where a person is, and what can be done.</summary>
    public static CardMessage NotUnderstood(CardContext c, bool leads = false) =>
        Commands(c.Texts.CanDoInstead, Line(c.Texts.StillAPerson(c.Emergency, c.Hotline.Support)), c, leads);

    /// <summary>What I can do today, a button for each.</summary>
    /// <param name="leads">The reader leads a team or the hall, and may bind a channel; that is typed there, so it has no button here.</param>
    public static CardMessage Commands(CardContext c, bool leads = false) => Commands(c.Texts.CanDo, null, c, leads);

    private static CardMessage Commands(string heading, TextBlock? first, CardContext c, bool leads)
    {
        var t = c.Texts;
        return Card(
            c,
            heading,
            heading,
            Heading(heading),
            first,
            Row(Command.Sos, t.CanSos, t),
            Row(Command.Person, t.CanPerson, t),
            Row(Command.Cover, t.CanCover, t),
            Row(Command.Reinforce, t.CanReinforce, t),
            Row(Command.CheckIn, t.CanCheckIn, t),
            Row(Command.Calm, t.CanCalm, t),
            Row(Command.Breathe, t.CanBreathe, t),
            Row(Command.Report, t.CanReport, t),
            Row(Command.Swap, t.CanSwap, t),
            Row(Command.Week, t.CanSeeWeek, t),
            Row(Command.Leave, t.CanLeave, t),
            Row(Command.MyData, t.CanMyData, t),
            Row(Command.Language, t.CanLanguage, t, t.Other),
            leads ? Line(t.CanBind) : null,
            Quiet(t.TypeOrTap),
            PersonRow(c));
    }

    /// <summary>Both languages, each by its own name. The present one stands there too: whoever taps it knows what they get.</summary>
    public static CardMessage Languages(CardContext c) => Card(
        c,
        c.Texts.WhichLanguage,
        c.Texts.WhichLanguage,
        Heading(c.Texts.WhichLanguage),
        Buttons(Button(Texts.Chinese.OwnName, Speak(Language.Chinese)), Button(Texts.English.OwnName, Speak(Language.English))),
        Quiet(c.Texts.OlderCardsStay),
        PersonRow(c));

    private static ColumnSet Row(Command command, string what, Texts t, Language? speak = null) => new(
        new Column("stretch", [new TextBlock(what)]) { VerticalContentAlignment = VerticalAlignment.Center },
        new Column("auto", [new ActionSet(Button(t.Button(command), speak is { } to ? Speak(to) : new RunCommand(command)))]) { VerticalContentAlignment = VerticalAlignment.Center });

    /// <summary>The button names the language, so that a press delivered twice does not change it back.</summary>
    private static RunCommand Speak(Language to) => new(Command.Language) { Language = new(LanguageWords.Tag(to)) };

    /// <summary>Somebody called for people, and the store does not answer: the phone is what helps now.</summary>
    /// <param name="manyRead">In a channel or a group: no button, for its answer would stand there too.</param>
    public static CardMessage NobodyCalled(CardContext c, bool manyRead = false) => Card(
        c,
        c.Texts.SpokenNumbers(c.Emergency, c.Hotline.Support),
        c.Texts.CallFirst,
        [Heading(c.Texts.CallFirst), .. Numbers(c), Line(c.Texts.PerhapsNobodyCalled), Line(c.Texts.NoAlarmSystem(c.Police)), Line(c.Texts.IfInDanger), .. manyRead ? [] : new CardElement[] { Line(c.Texts.IfYouWantToTalk), PersonRow(c) }]);

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
}
