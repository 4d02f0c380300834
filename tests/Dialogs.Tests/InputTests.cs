using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests;

/// <summary>What does not fit its question counts as not answered.</summary>
public sealed class InputTests
{
    [Theory]
    [InlineData("5", 5)]
    [InlineData("-1", -1)]
    [InlineData("5.0", null)]
    [InlineData("five", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Numbers(string? text, int? number) => Assert.Equal(number, new Input(text).Number);

    [Theory]
    [InlineData("true", true)]
    [InlineData("False", false)]
    [InlineData("1", null)]
    [InlineData("yes", null)]
    [InlineData(null, null)]
    public void Flags(string? text, bool? flag) => Assert.Equal(flag, new Input(text).Flag);

    [Theory]
    [InlineData("counsellor", Helper.Counsellor)]
    [InlineData("BUDDY", Helper.Buddy)]
    [InlineData("3", null)]
    [InlineData("+1", null)]
    [InlineData("buddy, leader", null)]
    [InlineData("boss", null)]
    [InlineData("", null)]
    public void Words_of_a_choice(string text, Helper? helper) => Assert.Equal(helper, new Input(text).Word<Helper>());

    [Fact]
    public void A_combination_of_choices_is_none() => Assert.Null(new Input("talked,break").Word<Done>());

    [Fact]
    public void Lists_leave_blanks_out() => Assert.Equal(["a", "b"], new Input(" a, ,b,,").List);

    [Fact]
    public void A_missing_list_is_empty() => Assert.Empty(default(Input).List);
}
