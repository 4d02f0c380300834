namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>What really arrives: the beginning of every changed input.</summary>
internal static class FuzzSamples
{
    private const string Around = """
        "id":"f:1","channelId":"msteams","serviceUrl":"http://localhost/","timestamp":"2026-11-23T08:00:00.000Z","localTimestamp":"2026-11-23T16:00:00+08:00","locale":"zh-CN",
        "from":{"id":"29:ann","name":"Ann","aadObjectId":"entra-ann"},"recipient":{"id":"28:bot","name":"CheckInBot"},
        "entities":[{"locale":"zh-CN","country":"CN","platform":"Windows","type":"clientInfo"}],
        "conversation":{"id":"a:ann","conversationType":"personal","tenantId":"10ca1000-0000-4000-8000-000000000001"},
        "channelData":{"tenant":{"id":"10ca1000-0000-4000-8000-000000000001"}}
        """;

    private static readonly string[] Data =
    [
        """{"do":"checkin.answer","checkIn":"CHECKIN","stress":"5","mood":"2","hostile":"4","break":"false","help":"leader","tags":"queue,system","note":"很累","shareNote":"true"}""",
        """{"do":"checkin.later","checkIn":"CHECKIN"}""",
        """{"do":"consent.give","purposes":"checkin,escalation","terms":"3"}""",
        """{"do":"data.erase","confirm":"no"}""",
        """{"do":"escalation.handOver","case":"0123456789abcdef01234567/case","to":"ben"}""",
        """{"do":"escalation.resolve","case":"0123456789abcdef01234567/case","done":"talked","note":"went for a walk"}""",
        """{"do":"incident.sos.confirm","sos":"ann/999999","post":"W1"}""",
        """{"do":"incident.begin","sos":"ann/999999"}""",
        """{"do":"incident.report","incident":"ann/20261123010000","kinds":"verbalAbuse","injuries":"none","over":"true","postId":"W1","severity":"2","occurredOn":"2026-11-23","occurredAt":"09:10","description":"He shouted.","witnesses":"ben","keep":"true"}""",
        """{"do":"incident.statement","incident":"ann/I-1","step":"sign","statement":"It was so."}""",
        """{"do":"incident.correct","incident":"I-1/review","action":"A bell","owner":"lee","due":"2026-12-01","hazard":"false"}""",
        """{"do":"swap.ask","shift":"s3","colleague":"ben","theirShift":"none","for":"ann"}""",
        """{"do":"swap.approve","swap":"hall/202611240000.s3","round":"1","seen":"rest"}""",
        """{"do":"week.view","team":"hall","day":"2026-11-23","part":"0"}""",
        """{"do":"cover.ask","cover":"ann/999999","minutes":"10"}""",
        """{"do":"leave.until","until":"2026-11-27"}""",
        """{"do":"roster.apply","roster":"r1","swapped":"keep"}""",
        """{"do":"command","command":"swap"}""",
    ];

    /// <summary>Activities as Teams sends them, one for each kind of press and some words.</summary>
    public static IReadOnlyList<string> Activities { get; } =
    [
        .. Data.Select(data => $$$"""{"type":"invoke","name":"adaptiveCard/action","replyToId":"card-1","value":{"action":{"type":"Action.Execute","verb":"x","data":{{{data}}}},"trigger":"manual"},{{{Around}}}}"""),
        .. Data.Take(4).Select(data => $$$"""{"type":"message","replyToId":"card-1","value":{{{data}}},{{{Around}}}}"""),
        .. new[] { "sos! 有人砸东西", "check in", "stress 4, mood 3, queue", "note: 今天很累", "休假到周五", "<at>CheckInBot</at> bind" }.Select(text => $$$"""{"type":"message","textFormat":"plain","text":"{{{text}}}",{{{Around}}}}"""),
        $$$"""{"type":"message","text":"report","attachments":[{"contentType":"application/vnd.microsoft.teams.file.download.info","content":{"downloadUrl":"http://localhost/f","uniqueId":"1","fileType":"csv"},"name":"n"},{"contentType":"image/png","contentUrl":"http://localhost/p"},{"contentType":"text/html","content":"<p>x</p>"}],{{{Around}}}}""",
        $$$"""{"type":"installationUpdate","action":"add",{{{Around}}}}""",
        """{"type":"conversationUpdate","id":"1","channelId":"msteams","serviceUrl":"http://localhost/","recipient":{"id":"28:bot"},"conversation":{"id":"19:x@thread.tacv2;messageid=1","conversationType":"channel"},"membersRemoved":[{"id":"28:bot"}],"channelData":{"eventType":"channelDeleted","team":{"id":"t","name":"Hall"},"channel":{"id":"19:x@thread.tacv2"}}}""",
    ];

    /// <summary>Words that mean something, in both languages.</summary>
    public static IReadOnlyList<string> Words { get; } =
    [
        "help", "/Help!", "<at>CheckInBot</at> 帮助", "check in", "签到", "sos", "sos! knife at window 3, not Lee", "紧急！有人砸东西，别叫李四", "求助", "我想找个人", "person", "report", "上报", "换班", "swap", "week", "下周",
        "bind", "绑定 窗口大厅", "bind Hall", "my data", "language", "stress 4", "压力 5 心情 1 遇到2次 没休息", "stress 3, mood 4, hostile 1, break yes, buddy", "很累，排队", "queue, rules", "没有原因", "note: He said 0800 555", "备注：今天对王五很生气",
        "share my note", "不要分享", "later", "稍后", "skip", "今天不", "send", "提交", "on leave until Friday", "on leave from Monday until 28 Nov", "休假到周五", "从周一休假到11月28日", "休假到2026年12月31日", "leave until 29 Feb", "back from leave", "销假",
        "leader", "请值班领导", "4", "五", "是", "no", "ten minutes", "10 分钟", "calm", "breathe", "hot spots", "unreachable",
    ];
}
