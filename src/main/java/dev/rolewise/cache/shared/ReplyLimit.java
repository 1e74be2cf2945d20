package dev.rolewise.cache.shared;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;

/**
 * Closes a connection on which one reply is longer than any that is asked for: the library gathers a reply in memory
 * however long it says it is. Follows the framing of RESP 2 and 3; what is no RESP at all counts as one reply. One for
 * each connection.
 */
final class ReplyLimit extends ChannelInboundHandlerAdapter {
    /** Far above a value, and above what a Cluster of a thousand nodes says of itself. */
    static final int MAX_REPLY_BYTES = 1024 * 1024;

    private static final String TEXTS = "$=!";
    private static final String LISTS = "*~>";
    private static final char MAP = '%';
    private static final int MAX_DEPTH = 8;

    private final long[] missing = new long[MAX_DEPTH];
    private int depth;
    private long replyBytes;
    private long textLeft;
    private char type;
    private long number;
    private boolean negative;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes && !fits(bytes)) {
            ReferenceCountUtil.release(message);
            Future<Void> unused = context.close();
            return;
        }
        context.fireChannelRead(message);
    }

    private boolean fits(ByteBuf bytes) {
        int at = bytes.readerIndex();
        boolean fits = true;
        while (fits && at < bytes.writerIndex()) {
            if (textLeft > 0) {
                int passed = (int) Math.min(textLeft, bytes.writerIndex() - at);
                at += passed;
                replyBytes += passed;
                textLeft -= passed;
                if (textLeft == 0) {
                    ended();
                }
            } else {
                replyBytes++;
                fits = header((char) (bytes.getByte(at++) & 0xff));
            }
            fits &= replyBytes <= MAX_REPLY_BYTES;
        }
        return fits;
    }

    /** Takes one character of a line that begins an item; whether it may go on. */
    private boolean header(char c) {
        if (type == 0) {
            type = c;
            number = 0;
            negative = false;
        } else if (c == '\n') {
            return line();
        } else if (c == '-') {
            negative = true;
        } else if (c >= '0' && c <= '9') {
            number = Math.min(10 * number + c - '0', Integer.MAX_VALUE);
        }
        return true;
    }

    private boolean line() {
        boolean empty = negative || number == 0;
        if (TEXTS.indexOf(type) >= 0 && !negative) {
            type = 0;
            textLeft = number + 2;
            return number <= MAX_REPLY_BYTES;
        }
        if ((LISTS.indexOf(type) >= 0 || type == MAP) && !empty) {
            long items = type == MAP ? 2 * number : number;
            type = 0;
            if (depth == MAX_DEPTH || items > MAX_REPLY_BYTES) {
                return false;
            }
            missing[depth++] = items;
            return true;
        }
        ended();
        return true;
    }

    /** An item is complete, and with it perhaps the lists around it. */
    private void ended() {
        type = 0;
        while (depth > 0 && --missing[depth - 1] == 0) {
            depth--;
        }
        if (depth == 0) {
            replyBytes = 0;
        }
    }
}
