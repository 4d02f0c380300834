using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>The table of who sees what, in words.</summary>
public abstract partial class Texts
{
    /// <summary>The fact for a list on a card; facts that are one thing to a person have the same word.</summary>
    public abstract string Word(Fact fact);

    /// <summary>The fact by its full name.</summary>
    public abstract string Name(Fact fact);

    public abstract string Name(Viewer viewer);

    public abstract string Name(Ground ground);

    /// <summary>Those whom a case concerns, whatever their role.</summary>
    public abstract string WhoLooksIn { get; }

    /// <summary>What is seen on a ground. <paramref name="list"/> comes from <see cref="Words(IEnumerable{Fact})"/>.</summary>
    public abstract string SeenOn(Ground ground, string list);

    /// <summary>Whomever the person calls by SOS.</summary>
    public abstract string WhomYouCall { get; }

    public abstract string SeesNothing { get; }

    /// <summary>As <see cref="SeenOn"/> for "I need a person now", which brings the numbers first; null: nobody can be asked.</summary>
    public abstract string SeenOnPersonNow(PlainText? contact, string list);

    /// <summary>Facts as one list, each word once.</summary>
    public string Words(IEnumerable<Fact> facts) => Listed(facts.Select(Word).Distinct());

    /// <summary>Items in the middle of a sentence.</summary>
    public abstract string Listed(IEnumerable<string> items);
}
