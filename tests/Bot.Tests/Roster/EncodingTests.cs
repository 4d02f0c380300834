using System.Text;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>What spreadsheets save is read right or refused; it is never read wrong.</summary>
public sealed class EncodingTests : IDisposable
{
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void A_list_that_a_Chinese_spreadsheet_saved_in_GBK_is_read_as_it_was_written()
    {
        org.WriteBytes("people.csv", Gbk.GetBytes(org.Text("people.csv").Replace("\n", "\r\n", StringComparison.Ordinal)));
        var (organisation, faults) = org.Read();
        Assert.Empty(faults);
        Assert.Equal(("张三", "1 号窗口"), (organisation!.People[0].Name, organisation.People[0].Post));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_list_saved_in_UTF_16_with_its_mark_is_read(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        org.WriteBytes("people.csv", [.. encoding.GetPreamble(), .. encoding.GetBytes(org.Text("people.csv"))]);
        Assert.Equal("张三", org.Read().Organisation!.People[0].Name);
    }

    [Fact]
    public void UTF_16_without_its_mark_is_refused()
    {
        org.WriteBytes("teams.csv", Encoding.Unicode.GetBytes("id,name,timeZone,profile\nhall,Hall,Asia/Shanghai,CN\n"));
        Assert.Contains("UTF-16", org.OnlyFault().Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void GBK_without_a_known_heading_is_refused()
    {
        org.WriteBytes("people.csv", Gbk.GetBytes(org.Text("people.csv").Replace("id,name,", "编号,姓名,", StringComparison.Ordinal)));
        var fault = org.OnlyFault();
        Assert.Equal(("people.csv", 1), (fault.File, fault.Line));
        Assert.Contains("not UTF-8", fault.Problem, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8", fault.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jos\u00E9, Ann")]
    [InlineData("Ann M\u00FCller")]
    public void Western_letters_in_an_old_encoding_do_not_become_Chinese(string name)
    {
        org.WriteBytes("people.csv", Encoding.Latin1.GetBytes(org.Text("people.csv").Replace("张三", "Z", StringComparison.Ordinal).Replace("号窗口", "", StringComparison.Ordinal).Replace("Ann Demo", $"\"{name}\"", StringComparison.Ordinal)));
        var fault = org.OnlyFault();
        Assert.Equal(("people.csv", 3), (fault.File, fault.Line));
        Assert.Contains("UTF-8", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_encoding_at_all_are_refused_with_their_line()
    {
        org.WriteBytes("leave.csv", [.. "person,from,to,kind\ncara,2026-11-24,2026-11-25,"u8, 0xFF, 0xFF, (byte)'\n']);
        Assert.Equal(("leave.csv", 2), (org.OnlyFault().File, org.OnlyFault().Line));
    }

    [Fact]
    public void The_policy_is_read_as_UTF_8_only()
    {
        org.Replace("policy.json", "\"source\": \"", "\"source\": \"来源");
        org.WriteBytes("policy.json", Gbk.GetBytes(org.Text("policy.json")));
        var fault = org.OnlyFault();
        Assert.Equal("policy.json", fault.File);
        Assert.Contains("CSV UTF-8", fault.Remedy, StringComparison.Ordinal);
    }
}
