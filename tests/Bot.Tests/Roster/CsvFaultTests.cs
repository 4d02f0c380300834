using System.Text;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class CsvFaultTests : IDisposable
{
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void An_organisation_without_fault_is_read()
    {
        var (organisation, faults) = org.Read();
        Assert.Empty(faults);
        Assert.Equal(["zhangsan", "ann", "cara"], organisation!.People.Select(p => p.Id));
        Assert.Equal(["deposit", "loan"], organisation.People[0].Skills);
        Assert.Equal(new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero), organisation.Shifts[0].Start);
        Assert.Equal(new DateOnly(2026, 11, 25), Assert.Single(organisation.Leaves).To);
    }

    [Theory]
    [InlineData("teams.csv", "hall,窗口", "ha ll,窗口", 2, "id", "characters")]
    [InlineData("teams.csv", "窗口大厅", "", 2, "name", "empty")]
    [InlineData("teams.csv", "Asia/Shanghai", "Asia/Nowhere", 2, "timeZone", "unknown time zone Asia/Nowhere")]
    [InlineData("teams.csv", "Asia/Shanghai", "China Standard Time", 2, "timeZone", "unknown time zone")]
    [InlineData("teams.csv", ",CN", ",US", 2, "profile", "unknown profile US")]
    [InlineData("teams.csv", "profile\n", "profiles\n", 1, "profile", "missing")]
    [InlineData("people.csv", "cara,Cara", "ca/ra,Cara", 4, "id", "characters")]
    [InlineData("people.csv", "Ann Demo", "", 3, "name", "empty")]
    [InlineData("people.csv", "ann@example.com", "ann.example.com", 3, "email", "no @")]
    [InlineData("people.csv", ",e-2,", ",,", 3, "entraId", "empty")]
    [InlineData("people.csv", ",e-2,", ",E-1,", 3, "entraId", "line 2 too")]
    [InlineData("people.csv", "zh-CN", "zh-TW", 2, "language", "unknown language zh-TW")]
    [InlineData("people.csv", "en,hall,2", "en,cellar,2", 3, "team", "unknown team cellar")]
    [InlineData("people.csv", "staff;leader", "staff;boss", 3, "roles", "unknown role boss")]
    [InlineData("people.csv", "staff;leader", "", 3, "roles", "no role")]
    [InlineData("people.csv", ",,zhangsan,A", ",,lisi,A", 3, "bRole", "unknown person lisi")]
    [InlineData("people.csv", ",,zhangsan,A", ",,ann,A", 3, "bRole", "themselves")]
    [InlineData("people.csv", ",buddyGroup", "", 1, "buddyGroup", "missing")]
    [InlineData("people.csv", "id,name,email", "id,name,id,email", 1, "id", "twice")]
    [InlineData("shifts.csv", "s2,ann", "s1,ann", 3, "id", "line 2 too")]
    [InlineData("shifts.csv", "s2,ann", "s 2,ann", 3, "id", "characters")]
    [InlineData("shifts.csv", "s2,ann", "s2,lisi", 3, "person", "unknown person lisi")]
    [InlineData("shifts.csv", "ann,hall", "ann,cellar", 3, "team", "unknown team cellar")]
    [InlineData("shifts.csv", "2026-11-23T12:00", "2026-11-23 12:00", 3, "start", "no date-time")]
    [InlineData("shifts.csv", "2026-11-23T20:00", "2026-02-30T20:00", 3, "end", "2026-02-30T20:00 is no date-time")]
    [InlineData("shifts.csv", "2026-11-23T20:00", "2026-11-23T12:00", 3, "end", "not after")]
    [InlineData("shifts.csv", "2026-11-23T20:00", "2026-11-24T12:01", 3, "end", "24 hours")]
    [InlineData("shifts.csv", "2026-11-23T20:00", "9999-12-31T23:59", 3, "end", "no date-time")]
    [InlineData("shifts.csv", "2026-11-23T12:00", "0001-01-01T00:00", 3, "start", "no date-time")]
    [InlineData("leave.csv", "cara,2026", "lisi,2026", 2, "person", "unknown person lisi")]
    [InlineData("leave.csv", "2026-11-24", "24.11.2026", 2, "from", "24.11.2026 is no date")]
    [InlineData("leave.csv", "2026-11-25", "D+", 2, "to", "D+ is no date")]
    [InlineData("leave.csv", "2026-11-25", "2026-11-23", 2, "to", "before the first")]
    [InlineData("leave.csv", ",annual", ",", 2, "kind", "empty")]
    public void A_wrong_cell_is_told_with_its_line_and_column(string file, string old, string now, int line, string column, string problem)
    {
        org.Replace(file, old, now);
        var faults = org.Read().Faults;
        var fault = faults[0];
        SampleOrg.AssertTells(fault);
        Assert.Equal((file, line, column), (fault.File, fault.Line, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teams.csv", "CN,ma in", 2, "characters")]
    [InlineData("teams.csv", "CN,main\nyard,Yard,Asia/Shanghai,CN,Main", 3, "is written main on line 2")]
    [InlineData("people.csv", "A,yard", 3, "unknown hall yard")]
    [InlineData("people.csv", "A,Main", 3, "unknown hall Main")]
    public void A_wrong_hall_is_told_with_its_line(string file, string cell, int line, string problem)
    {
        org.Write("teams.csv", $"id,name,timeZone,profile,hall\nhall,窗口大厅,Asia/Shanghai,{(file == "teams.csv" ? cell : "CN,main")}\n");
        org.Write("people.csv", $"""
            id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup,hall
            zhangsan,张三,zhangsan@example.com,e-1,zh-CN,hall,1 号窗口,staff,,ann,A,
            ann,Ann Demo,ann@example.com,e-2,en,hall,2 号窗口,staff;leader,,zhangsan,{(file == "people.csv" ? cell : "A,")}
            cara,Cara Demo,,e-3,en,hall,,counsellor,,,,

            """);
        var fault = Assert.Single(org.Read().Faults);
        SampleOrg.AssertTells(fault);
        Assert.Equal((file, line, "hall"), (fault.File, fault.Line, fault.Column));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_id_of_a_person_is_told_once_with_both_lines()
    {
        org.Write("people.csv", org.Text("people.csv") + "ann,Someone Demo,,e-4,en,hall,,staff,,,\n");
        var fault = org.OnlyFault();
        Assert.Equal("people.csv line 5, column id: the id ann stands on line 3 too. Give each person an id of their own.", fault.ToString());
    }

    [Fact]
    public void A_repeated_id_of_a_team_is_told()
    {
        org.Write("teams.csv", org.Text("teams.csv") + "hall,二厅,Europe/Berlin,EU\n");
        Assert.Equal(("teams.csv", 3, "id"), (org.OnlyFault().File, org.OnlyFault().Line, org.OnlyFault().Column));
    }

    [Fact]
    public void Two_shifts_of_one_person_that_overlap_are_told_on_the_later_line()
    {
        org.Write("shifts.csv", org.Text("shifts.csv") + "s3,zhangsan,hall,,2026-11-23T15:59,2026-11-23T18:00\n");
        var fault = org.OnlyFault();
        Assert.Equal((4, "start"), (fault.Line, fault.Column));
        Assert.Contains("s3 overlaps shift s1 of the same person on line 2", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Back_to_back_shifts_of_one_person_are_no_overlap()
    {
        org.Write("shifts.csv", org.Text("shifts.csv") + "s3,zhangsan,hall,,2026-11-23T16:00,2026-11-23T18:00\n");
        Assert.Empty(org.Read().Faults);
    }

    [Fact]
    public void An_overlap_behind_a_short_shift_within_a_long_one_is_told_too()
    {
        org.Write("shifts.csv", org.Text("shifts.csv")
            + "s3,zhangsan,hall,,2026-11-23T09:00,2026-11-23T10:00\ns4,zhangsan,hall,,2026-11-23T11:00,2026-11-23T12:00\n");
        Assert.Equal([4, 5], org.Read().Faults.Select(f => f.Line));
    }

    [Fact]
    public void Faults_of_all_files_are_told_together_in_the_order_of_files_and_lines()
    {
        org.Replace("teams.csv", ",CN", ",XX");
        org.Replace("people.csv", "zh-CN", "fr");
        org.Replace("people.csv", "counsellor", "wizard");
        org.Replace("shifts.csv", "s2,ann", "s2,nobody");
        org.Replace("leave.csv", "cara", "nobody");
        org.Replace("policy.json", "\"highStress\": 5", "\"highStress\": 9");
        Assert.Equal(
            ["teams.csv 2", "people.csv 2", "people.csv 4", "shifts.csv 3", "leave.csv 2", "policy.json 3"],
            org.Read().Faults.Select(f => $"{f.File} {f.Line}"));
    }

    [Fact]
    public void Empty_lines_count_and_are_no_fault()
    {
        org.Replace("people.csv", "\nann,", "\n\n\nann,");
        org.Replace("people.csv", "staff;leader", "boss");
        Assert.Equal(5, org.OnlyFault().Line);
    }

    [Theory]
    [InlineData("\"Ann Demo", "quotation marks")]
    [InlineData("Ann, Demo", "12 cells, the heading 11")]
    public void A_broken_line_is_told_and_the_lines_after_it_are_still_read(string name, string problem)
    {
        org.Replace("people.csv", "Ann Demo", name);
        org.Replace("people.csv", "counsellor", "wizard");
        var faults = org.Read().Faults;
        Assert.Equal([("people.csv", 3), ("people.csv", 4)], faults.Select(f => (f.File, f.Line)));
        Assert.Contains(problem, faults[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quoted_cell_may_hold_a_comma()
    {
        org.Replace("people.csv", "Ann Demo", "\"Demo, Ann\"");
        Assert.Equal("Demo, Ann", org.Read().Organisation!.People[1].Name);
    }

    [Fact]
    public void A_line_with_too_few_cells_is_told()
    {
        org.Replace("leave.csv", ",annual", "");
        Assert.Contains("3 cells, the heading 4", org.OnlyFault().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_unknown_ones_are_ignored()
    {
        org.Write("teams.csv", "note,profile,timezone,name,ID\nx,CN,Asia/Shanghai,窗口大厅,hall\n");
        Assert.Empty(org.Read().Faults);
    }

    [Fact]
    public void Lines_of_empty_cells_that_a_spreadsheet_left_behind_are_passed_over()
    {
        org.Write("leave.csv", org.Text("leave.csv") + ",,,\n,,,\n");
        Assert.Single(org.Read().Organisation!.Leaves);
    }

    [Fact]
    public void A_file_without_a_heading_does_not_have_its_first_line_told()
    {
        org.Replace("people.csv", "id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup\n", "");
        Assert.All(org.Read().Faults, f => Assert.DoesNotContain("张三", f.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Semicolons_between_cells_are_told_as_such()
    {
        org.Write("teams.csv", org.Text("teams.csv").Replace(',', ';'));
        Assert.Contains("semicolons", org.OnlyFault().Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teams.csv")]
    [InlineData("people.csv")]
    [InlineData("shifts.csv")]
    [InlineData("leave.csv")]
    [InlineData("policy.json")]
    public void A_byte_order_mark_and_Windows_line_ends_are_accepted(string file)
    {
        org.WriteBytes(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(org.Text(file).Replace("\n", "\r\n", StringComparison.Ordinal))]);
        Assert.Empty(org.Read().Faults);
    }

    [Theory]
    [InlineData("teams.csv")]
    [InlineData("people.csv")]
    [InlineData("shifts.csv")]
    [InlineData("policy.json")]
    public void A_missing_file_is_one_fault(string file)
    {
        org.Delete(file);
        var fault = org.OnlyFault();
        Assert.Equal((file, 0), (fault.File, fault.Line));
        Assert.Contains("missing", fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("teams.csv")]
    [InlineData("people.csv")]
    [InlineData("shifts.csv")]
    [InlineData("leave.csv")]
    [InlineData("policy.json")]
    public void An_empty_file_is_told(string file)
    {
        org.Write(file, "");
        Assert.Equal(file, org.OnlyFault().File);
    }

    [Fact]
    public void Leave_may_be_missing()
    {
        org.Delete("leave.csv");
        Assert.Empty(org.Read().Organisation!.Leaves);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told_for_each_file_it_should_hold()
    {
        var (organisation, faults) = CheckInBot.Bot.Roster.OrgFolder.Read(Path.Combine(org.Folder, "elsewhere"), SampleOrg.Now);
        Assert.Null(organisation);
        Assert.Equal(
            ["teams.csv", "people.csv", "shifts.csv", "policy.json", "texts/deescalation.zh-CN.json", "texts/deescalation.en.json", "texts/breathing.zh-CN.json", "texts/breathing.en.json"],
            faults.Select(f => f.File));
    }
}
