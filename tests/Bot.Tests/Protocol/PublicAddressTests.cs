using System.Net;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>A name that leads into the own network opens nothing there.</summary>
public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("52.112.0.1")]
    [InlineData("13.107.136.1")]
    [InlineData("2620:1ec:8f8::8")]
    [InlineData("::ffff:52.112.0.1")]
    public void An_address_of_the_internet_is_connected_to(string address) => Assert.True(PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.0.1")]
    [InlineData("168.63.129.16")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("2002:a9fe:a9fe::1")]
    public void An_address_of_the_own_network_is_not(string address) => Assert.False(PublicAddress.Is(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_of_this_machine_is_refused_before_a_connection()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new HttpClient(new SocketsHttpHandler { ConnectCallback = PublicAddress.Connect, UseProxy = false });
        var address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(address));
        Assert.False(listener.Pending());
    }
}
