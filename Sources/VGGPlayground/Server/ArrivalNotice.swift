import NIOCore

/// Tells the handlers after it that bytes have come. The HTTP decoder says nothing before a head is whole,
/// and a client may take its time over one.
final class ArrivalNotice: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  struct BytesArrived {}

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.fireUserInboundEventTriggered(BytesArrived())
    context.fireChannelRead(data)
  }
}
