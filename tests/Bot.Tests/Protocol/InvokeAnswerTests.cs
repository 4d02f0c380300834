using System.Text;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class InvokeAnswerTests
{
    [Fact]
    public void A_card_replaces_the_pressed_one() => Says(
        InvokeAnswer.Card("""{"type":"AdaptiveCard"}"""u8.ToArray()),
        """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""");

    [Fact]
    public void A_message_stands_beside_the_card() => Says(
        InvokeAnswer.Message("done"), """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"done"}""");

    [Fact]
    public void An_error_is_told_inside_a_success()
    {
        Says(InvokeAnswer.BadRequest("c", "m"), """{"statusCode":400,"type":"application/vnd.microsoft.error","value":{"code":"c","message":"m"}}""");
        Says(InvokeAnswer.PreconditionFailed("c", "m"), """{"statusCode":412,"type":"application/vnd.microsoft.error","value":{"code":"c","message":"m"}}""");
        Says(InvokeAnswer.Failed("c", "m"), """{"statusCode":500,"type":"application/vnd.microsoft.error","value":{"code":"c","message":"m"}}""");
    }

    private static void Says(ActivityAnswer answer, string json)
    {
        Assert.Equal(200, answer.Status);
        Assert.Equal(json, Encoding.UTF8.GetString(answer.Body!.Value.Span));
    }
}
