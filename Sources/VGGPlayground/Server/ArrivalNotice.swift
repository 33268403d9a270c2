import NIOCore

/// Notifies the handlers after it that bytes have arrived. The HTTP decoder does not notify them until a head
/// is complete, and a client may send one slowly.
final class ArrivalNotice: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  struct BytesArrived {}

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    context.fireUserInboundEventTriggered(BytesArrived())
    context.fireChannelRead(data)
  }
}
