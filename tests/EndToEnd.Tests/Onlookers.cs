namespace CheckInBot.EndToEnd.Tests;

/// <summary>People look at their chat whenever something has changed in it, and now and then all the same; nobody does two things at once.</summary>
internal static class Onlookers
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    public static async Task Run(Hall hall, Func<DemoPerson, Task> react, CancellationToken over)
    {
        var looked = hall.Organisation.People.ToDictionary(p => p, _ => (Changes: -1, At: 0L));
        var busy = new Dictionary<DemoPerson, Task>();
        while (!over.IsCancellationRequested)
        {
            foreach (var person in hall.Organisation.People)
            {
                if (busy.TryGetValue(person, out var task))
                {
                    if (!task.IsCompleted)
                        continue;
                    await task;
                }
                var changes = hall.Teams.Of(person.Id).Changes;
                if (changes == looked[person].Changes && TimeProvider.System.GetElapsedTime(looked[person].At) < LookAgain)
                    continue;
                looked[person] = (changes, TimeProvider.System.GetTimestamp());
                busy[person] = Task.Run(() => react(person), CancellationToken.None);
            }
            await RealTime.Passes(Between);
        }
        await Task.WhenAll(busy.Values);
    }
}
