namespace CheckInBot.Dialogs.Tests;

/// <summary>A card names its record; anything else names none.</summary>
public sealed class FlowKeyTests
{
    [Fact]
    public void What_a_card_says_is_read_back()
    {
        var key = new FlowKey("checkin", "lin", "202611230900p");
        Assert.Equal(key, FlowKey.Parse("checkin", key.Reference));
    }

    [Fact]
    public void The_id_may_have_parts() => Assert.Equal(new FlowKey("k", "a", "b/c"), FlowKey.Parse("k", "a/b/c"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("lin")]
    [InlineData("lin/")]
    [InlineData("/1")]
    public void Anything_else_names_no_record(string? reference) => Assert.Null(FlowKey.Parse("checkin", reference));

    [Fact]
    public void Nor_does_what_is_too_long() => Assert.Null(FlowKey.Parse("checkin", "lin/" + new string('1', 50_000)));
}
