using System.Globalization;
using System.Text;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>What tells who somebody is goes; everything else stays.</summary>
public sealed class RedactionTests
{
    private static readonly string[] Names = ["张三", "李小明", "Ann Demo", "zhangsan", "Lee"];

    [Theory]
    [InlineData("身份证11010519491231002X，请查", "身份证■■■，请查")]
    [InlineData("电话13800138000。", "电话■■■。")]
    [InlineData("卡号 6222021234567890128 有误", "卡号 ■■■ 有误")]
    [InlineData("车牌京A12345停在门口", "车牌■■■停在门口")]
    [InlineData("写信到a.b@example.com即可", "写信到■■■即可")]
    [InlineData("ID 11010519491231002x!", "ID ■■■!")]
    [InlineData("１３８００１３８０００", "■■■")]
    [InlineData("call 138-0013-8000 now", "call ■■■ now")]
    [InlineData("+86 138 0013 8000", "■■■")]
    [InlineData("6222 0212 3456 7890 128", "■■■")]
    [InlineData("110105 19491231 002X", "■■■")]
    [InlineData("沪AD12345 和 粤B·F1234", "■■■ 和 ■■■")]
    [InlineData("张三骂了小明", "■■■骂了■■■")]
    [InlineData("Ann said it, not annoyed", "■■■ said it, not annoyed")]
    [InlineData("Please ask ANN DEMO or LEE.", "Please ask ■■■ or ■■■.")]
    [InlineData("两个号13800138000和13900139000", "两个号■■■和■■■")]
    [InlineData("1380013800013900139000", "■■■")]
    [InlineData("张 三骂了李　小明", "■■■骂了■■■")]
    [InlineData("Please ask Ann  Demo, ann-demo or AnnDemo.", "Please ask ■■■, ■■■ or ■■■.")]
    [InlineData("座机0571-87654321，或 010 62345678", "座机■■■，或 ■■■")]
    [InlineData("粤BD12345 和 粤B F12345", "■■■ 和 ■■■")]
    public void Who_somebody_is_goes(string words, string left) => Assert.Equal(left, Redaction.Of(words, Names));

    [Theory]
    [InlineData("1 3 8 0 0 1 3 8 0 0 0 是他", "■■■ 是他")]
    [InlineData("１－３－８－０－０－１－３－８－０－０－０", "■■■")]
    [InlineData("手机13 8001 38000。", "手机■■■。")]
    [InlineData("138 - 0013 - 8000", "■■■")]
    [InlineData("幺三八零零幺三八零零零", "■■■")]
    [InlineData("1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X", "■■■")]
    [InlineData("3 11010519491231002×", "3 ■■■")]
    [InlineData("6-2-2-2-0-2-1-2-3-4-5-6-7-8-9-0-1-2-8", "■■■")]
    [InlineData("0 5 7 1 8 7 6 5 4 3 2 1", "■■■")]
    [InlineData("（0571）87654321", "（■■■")]
    [InlineData("call +44 20 7946 0958 or +1 (415) 555-2671, +852-9123-4567", "call ■■■ or ■■■, ■■■")]
    [InlineData("0044 20 7946 0958", "■■■")]
    [InlineData("＋４４２０７９４６０９５８", "■■■")]
    [InlineData("ａ．ｂ＠ｅｘａｍｐｌｅ．ｃｏｍ 收", "■■■ 收")]
    [InlineData("a.b @ example.com 和 a.b@example。com", "■■■ 和 ■■■")]
    [InlineData("WJ京12345、WJ01-1234X、ＷＪ·沪·1234X", "■■■、■■■、■■■")]
    [InlineData("京A1234警 和 沪A·1234应急，粤Z1234港", "■■■ 和 ■■■，■■■")]
    [InlineData("军车VA·12345，车牌KA12345，南A12345", "军车■■■，车牌■■■，■■■")]
    [InlineData("使014·578 停在门口", "■■■ 停在门口")]
    [InlineData("京 A 1 2 3 4 5", "■■■")]
    [InlineData("小李劝了老张，李姐也在，张主任来了，找李科长", "■■■劝了■■■，■■■也在，■■■来了，找■■■")]
    [InlineData("小 李 明", "小 李 明")]
    [InlineData("小欧阳和欧阳姐说 Mr. Li 来过，dr li 也是", "■■■和■■■说 ■■■ 来过，■■■ 也是")]
    public void In_whatever_way_it_is_written_it_goes(string words, string left) => Assert.Equal(left, Redaction.Of(words, [.. Names, "欧阳修", "Li Demo"]));

    [Theory]
    [InlineData("等了 3 小时，老师傅修好了", "王小明")]
    [InlineData("小王子的书", "李小明")]
    [InlineData("罚金总额 1234 元，金总计", "金一一")]
    [InlineData("从何处来，在高处", "何一一,高一一")]
    [InlineData("工单 JN12345，流水 KA20261", "")]
    [InlineData("2026-11-23 到 2026-11-30，13 14 15 16 17 18 号窗口", "")]
    [InlineData("window 13 2026-11-23 1", "")]
    [InlineData("温度 +12，涨了 +1,234,567 元，+0800 时区", "")]
    [InlineData("单号 0012345678901", "")]
    [InlineData("二〇二六年十一月二十三日，一二三四五", "")]
    [InlineData("时间戳 20261123151000", "")]
    [InlineData("使用 3 次，领 2 份，海A380", "")]
    [InlineData("I saw him @ the counter. Then he left", "")]
    public void What_only_looks_like_somebody_stays(string words, string names) => Assert.Equal(words, Redaction.Of(words, names.Split(',')));

    [Theory]
    [InlineData("2026-11-23 15:10 在 3 号窗口，等了 45 分钟")]
    [InlineData("少交了 12,345.67 元，应退 100000 元")]
    [InlineData("On 23.11.2026 at 09:30, window 12, amount 1500.00")]
    [InlineData("INC-20261123-001")]
    [InlineData("20261123 20261124")]
    [InlineData("电话 0571-8888 分机 12")]
    [InlineData("号码 123456789012")]
    [InlineData("01-02-2026 10 点，单号 0012345678")]
    [InlineData("三 张桌子，小 事")]
    [InlineData("京剧 A 等，京 2026 年")]
    [InlineData("he was annoyed @ the counter")]
    [InlineData("")]
    public void What_tells_of_nobody_stays(string words) => Assert.Equal(words, Redaction.Of(words, Names));

    [Fact]
    public void The_check_character_of_the_standard_is_computed() =>
        Assert.Equal([true, false, false], new[] { "11010519491231002X", "110105194912310021", "1101051949123100" }.Select(Redaction.IsIdCard));

    [Fact]
    public void Whatever_number_of_somebody_stands_in_whatever_words_it_is_gone() => Walks.Each(6000, (random, story) =>
    {
        string[] before = ["", "他的号是", "my number is ", "（", "证件:", "。", "卡", "No", "３号窗口，"], after = ["", "，麻烦了", " please", "）", "。", "!", "元", " x", "　谢谢"];
        var secret = random.Next(9) switch
        {
            0 => IdCard(random),
            1 => $"1{random.Next(3, 10)}{Digits(random, 9)}",
            2 => BankCard(random, random.Next(13, 20)),
            3 => $"{random.Any("京沪粤浙川".ToCharArray())}{(char)random.Next('A', 'Z' + 1)}{Digits(random, 5)}",
            4 => $"WJ{random.Any("京沪粤浙川".ToCharArray())}{Digits(random, 5)}",
            5 => $"{random.Any("京沪粤浙川".ToCharArray())}{(char)random.Next('A', 'Z' + 1)}{Digits(random, 4)}警",
            6 => $"+{random.Next(1, 10)}{Digits(random, random.Next(7, 14))}",
            7 => $"05{random.Next(10, 99)}{random.Next(2, 9)}{Digits(random, random.Next(6, 8))}",
            _ => $"{(char)random.Next('a', 'z' + 1)}{Digits(random, 3)}.b@example{random.Next(9)}.com",
        };
        var written = Dressed(random, secret);
        var words = random.Any(before) + written + random.Any(after);
        story.Add(() => words);
        var left = Redaction.Of(words, []);
        Assert.Contains(Redaction.Mark, left, StringComparison.Ordinal);
        var digits = string.Concat(left.Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit));
        Assert.True(digits.Length <= 1, $"left over: {left}");
        Assert.Equal(left, Redaction.Of(left, []));
    });

    [Fact]
    public void Ordinary_numbers_stay_whatever_they_are() => Walks.Each(4000, (random, story) =>
    {
        var day = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(0, 500_000));
        var words = random.Next(8) switch
        {
            4 => $"INC-{day:yyyyMMdd}-{random.Next(1, 1400):D3}，{random.Next(1, 40)} 号窗口",
            5 => $"{random.Next(1, 40)} {day:yyyy-MM-dd} {day:HH:mm} {random.Next(1, 9)}",
            6 => $"工单 {(char)random.Next('A', 'Z' + 1)}{(char)random.Next('A', 'Z' + 1)}{random.Next(10_000, 99_999)}",
            0 => $"{random.Next(1, 100)} 号窗口，{day:HH:mm}",
            1 => $"退 {random.Next(1, 99_999_999).ToString("N2", CultureInfo.InvariantCulture)} 元",
            2 => $"on {day:yyyy-MM-dd} at {day:HH:mm}",
            3 => $"{day:yyyy年M月d日}，等了 {random.Next(1, 600)} 分钟",
            _ => $"{random.Next(1, 99_999_999)} and {random.Next(1, 9)}",
        };
        story.Add(() => words);
        Assert.Equal(words, Redaction.Of(words, []));
    });

    private static string Dressed(Random random, string secret) => random.Next(8) switch
    {
        4 when !secret.Contains('@') => string.Join(random.Any(Between), secret.ToCharArray()),
        5 when !secret.Contains('@') => string.Concat(secret.Select((c, i) => i > 0 ? random.Any(Between) + c : $"{c}")),
        6 when !secret.Contains('@') => string.Join(random.Any(Between), secret.Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xFEE0) : c)),
        7 => secret.Replace("@", " @ ", StringComparison.Ordinal).Replace("c", "ｃ", StringComparison.Ordinal),
        0 => secret,
        1 => string.Concat(secret.Select(c => c is > ' ' and < '\u007f' ? (char)(c + 0xFEE0) : c)),
        2 when !secret.Contains('@') => string.Concat(secret.Select((c, i) => i > 0 && i % 4 == 0 ? $" {c}" : $"{c}")),
        3 when !secret.Contains('@') => string.Concat(secret.Select((c, i) => i > 0 && i % 5 == 0 ? $"-{c}" : $"{c}")),
        _ => secret,
    };

    private static readonly string[] Between = [" ", "-", "－", "　", "·", " - ", "_", ".", "—"];

    private static string IdCard(Random random)
    {
        var number = $"{random.Next(1, 9)}{Digits(random, 5)}{new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddDays(random.Next(20_000)):yyyyMMdd}{Digits(random, 3)}";
        return number + "0123456789X".First(c => Redaction.IsIdCard(number + c));
    }

    private static string BankCard(Random random, int length)
    {
        var number = $"{random.Next(3, 7)}{Digits(random, length - 2)}";
        return number + "0123456789".First(c => Redaction.IsLuhn(number + c));
    }

    private static string Digits(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));
}
