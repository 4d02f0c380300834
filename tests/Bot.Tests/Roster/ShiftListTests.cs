using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>Thousands of shifts are packed, and come out as they went in.</summary>
public sealed class ShiftListTests
{
    private static Shift Duty(int n) => new(
        n % 7 == 0 ? $"{new string('x', 64 - $"{n}".Length)}{n}" : $"s-{n}", $"p{n % 11}", $"t{n % 3}", n % 2 == 0 ? "" : "1 号窗口", SampleOrg.Now.AddMinutes(-n * 37), SampleOrg.Now.AddMinutes(-n * 37 + 480));

    [Fact]
    public void Every_shift_comes_out_as_it_went_in_and_is_found_by_its_id()
    {
        var list = new ShiftList();
        for (var n = 0; n < 5000; n++)
        {
            Assert.Equal(-1, list.Find(Duty(n).Id));
            list.Add(Duty(n), n + 2);
        }
        for (var n = 0; n < 5000; n++)
        {
            Assert.Equal(Duty(n), list[n]);
            Assert.Equal((n, n + 2), (list.Find(Duty(n).Id), list.LineOf(n)));
        }
        Assert.Equal(-1, list.Find("s-5001"));
        Assert.Equal(-1, list.Find("号"));
        Assert.Equal(-1, list.Find(new string('x', 65)));
    }

    [Fact]
    public void Ids_that_fill_the_memory_of_a_block_to_its_last_byte_come_out_too()
    {
        var list = new ShiftList();
        Shift Seven(int n) => Duty(n) with { Id = $"s{n:000000}" };
        for (var n = 0; n < 20_000; n++)
            list.Add(Seven(n), n + 2);
        Assert.All(Enumerable.Range(0, 20_000), n => Assert.Equal((Seven(n).Id, n), (list[n].Id, list.Find(Seven(n).Id))));
    }

    [Fact]
    public void In_the_order_of_persons_starts_follow_each_other()
    {
        var list = new ShiftList();
        for (var n = 0; n < 3000; n++)
            list.Add(Duty(n), n + 2, find: n % 2 == 0);
        var order = list.ByPerson();
        Assert.Equal(3000, order.Distinct().Count());
        Assert.Equal(11, 1 + order.Zip(order.Skip(1)).Count(pair => list.PersonOf(pair.First) != list.PersonOf(pair.Second)));
        Assert.All(order.Zip(order.Skip(1)), pair => Assert.True(list.PersonOf(pair.First) != list.PersonOf(pair.Second) || list.StartOf(pair.First) < list.StartOf(pair.Second)));
        Assert.Equal(-1, list.Find(Duty(1).Id));
    }

    [Fact]
    public void A_list_in_which_everything_is_wrong_is_not_told_to_its_end()
    {
        using var org = new SampleOrg();
        org.Write("shifts.csv", "id,person,team,post,start,end\n" + string.Concat(Enumerable.Range(0, 9000).Select(n => $"s{n},nobody,hall,,2026-12-01T08:00,2026-12-01T16:00\n")));
        var faults = org.Read().Faults;
        Assert.Equal(501, faults.Count);
        Assert.Equal(502, faults[^1].Line);
        Assert.Contains("rest of the file was not read", faults[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_post_that_no_batch_of_rows_could_hold_is_a_fault()
    {
        using var org = new SampleOrg();
        org.Write("shifts.csv", $"id,person,team,post,start,end\ns1,ann,hall,{new string('窗', 81)},2026-12-01T08:00,2026-12-01T16:00\n");
        var fault = org.OnlyFault();
        Assert.Equal((2, "post"), (fault.Line, fault.Column));
    }
}
