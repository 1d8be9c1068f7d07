package org.gongkai.platform.pagecache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers kept pages where the container notices that a reader has sent something (门廊), in the
 * thread that notices it, with one reading and one writing; everything else goes in to the
 * container as it came, with the bytes already read put back (ADR 0180).
 *
 * <p>Connections, their number, their time limits and their end stay the container's. A connection
 * in the middle of something, an encrypted one and a container that pauses are not looked at.
 */
final class Porch extends NioEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(Porch.class);
    private static final int LARGEST_WRITE = 262_144;

    private final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST_WRITE);
    private ByteBuffer in = ByteBuffer.allocateDirect(0);
    private byte[] read = {};
    private Answering answering = new Answering(0);
    private @Nullable Thread poller;
    private volatile @Nullable KeptPages pages;

    /** What is to be done with a connection. */
    private enum Next {
        /** Its reader was answered; wait for what he sends. */
        WAIT,
        /** It is answered elsewhere, or was handed on. */
        DONE,
        /** The container reads what is there. */
        HAND_ON,
        /** Its reader has gone. */
        CLOSE
    }

    void open(KeptPages kept) {
        pages = kept;
    }

    @Override
    public void startInternal() throws Exception {
        var size = getSocketProperties().getAppReadBufSize();
        in = ByteBuffer.allocateDirect(size);
        read = new byte[size];
        answering = new Answering(getKeepAliveTimeout());
        super.startInternal();
    }

    @Override
    public boolean processSocket(
            SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        var kept = pages;
        if (kept == null
                || !dispatch
                || event != SocketEvent.OPEN_READ
                || isSSLEnabled()
                || isPaused()
                || getMaxKeepAliveRequests() > 0
                || !inPoller()
                || !(connection instanceof NioSocketWrapper reader)) {
            return super.processSocket(connection, event, dispatch);
        }
        return switch (next(reader, kept)) {
            case WAIT -> poll(reader);
            case DONE -> true;
            case HAND_ON -> super.processSocket(connection, event, true);
            case CLOSE -> false;
        };
    }

    private Next next(NioSocketWrapper reader, KeptPages kept) {
        if (!reader.getLock().tryLock()) {
            return Next.HAND_ON;
        }
        try {
            return betweenRequests(reader) ? answer(reader, kept) : Next.HAND_ON;
        } catch (IOException gone) {
            return Next.CLOSE;
        } catch (RuntimeException fault) {
            // The poller would go on without this connection and never let it go.
            LOG.warn("A reader was let go without an answer", fault);
            return Next.CLOSE;
        } finally {
            reader.getLock().unlock();
        }
    }

    /** Whether this is the thread that notices readers: the buffers are its own. */
    private boolean inPoller() {
        var thread = Thread.currentThread();
        if (thread == poller) {
            return true;
        }
        if (!thread.getName().equals(getName() + "-Poller")) {
            return false;
        }
        poller = thread;
        return true;
    }

    /** As the poller itself does it, without a message to itself. */
    private boolean poll(NioSocketWrapper reader) {
        var key = reader.getSocket().getIOChannel().keyFor(getPoller().getSelector());
        if (key == null || !key.isValid()) {
            return false;
        }
        key.interestOps(SelectionKey.OP_READ);
        reader.interestOps(SelectionKey.OP_READ);
        return true;
    }

    /** Nothing has been begun on this connection, and nothing read that was not answered. */
    private static boolean betweenRequests(NioSocketWrapper reader) {
        return reader.getCurrentProcessor() == null
                && reader.getSocketBufferHandler().isReadBufferEmpty();
    }

    private Next answer(NioSocketWrapper reader, KeptPages kept) throws IOException {
        in.clear();
        var length = reader.getSocket().read(in);
        if (length < 0) {
            return Next.CLOSE;
        }
        in.flip();
        in.get(0, read, 0, length);
        reader.updateLastRead();
        reader.setReadTimeout(getKeepAliveTimeout());
        while (in.hasRemaining()) {
            var asked = SimpleGet.read(read, in.position(), length);
            var page = asked == null || !compressed(asked) ? null : kept.find(asked.address());
            if (asked == null || page == null) {
                reader.setReadTimeout(getConnectionTimeout());
                reader.unRead(in);
                return Next.HAND_ON;
            }
            in.position(asked.end());
            var left = write(reader, asked, page);
            if (left != null) {
                return finish(reader, left);
            }
        }
        return Next.WAIT;
    }

    /** A page that has to be unpacked first takes too long here. */
    private static boolean compressed(SimpleGet asked) {
        var accepted = Encodings.in(asked.accepted());
        return accepted.gzip() || accepted.zstd();
    }

    /** Writes as much of the answer as the reader takes at once; the rest, or null. */
    private byte @Nullable [] write(NioSocketWrapper reader, SimpleGet asked, PageBytes page)
            throws IOException {
        var form = page.formFor(asked.accepted());
        var body =
                answering.head(asked, page, form, out.clear())
                        ? ByteBuffer.wrap(page.body(form))
                        : ByteBuffer.allocate(0);
        var first = Math.min(body.remaining(), out.remaining());
        out.put(body.slice(0, first)).flip();
        body.position(first);
        reader.getSocket().write(out);
        reader.updateLastWrite();
        if (!out.hasRemaining() && !body.hasRemaining()) {
            return null;
        }
        return ByteBuffer.allocate(out.remaining() + body.remaining()).put(out).put(body).array();
    }

    /** A slow reader is waited for in a thread of his own; then what else he has sent is read. */
    private Next finish(NioSocketWrapper reader, byte[] left) {
        var further = ByteBuffer.allocate(in.remaining()).put(in).flip();
        try {
            executor().execute(() -> finish(reader, left, further));
            return Next.DONE;
        } catch (RejectedExecutionException stopping) {
            return Next.CLOSE;
        }
    }

    private void finish(NioSocketWrapper reader, byte[] left, ByteBuffer further) {
        reader.getLock().lock();
        try {
            reader.write(true, left, 0, left.length);
            reader.flush(true);
            if (further.hasRemaining()) {
                reader.unRead(further);
                super.processSocket(reader, SocketEvent.OPEN_READ, false);
            } else {
                reader.registerReadInterest();
            }
        } catch (IOException gone) {
            reader.close();
        } finally {
            reader.getLock().unlock();
        }
    }

    private Executor executor() {
        var executor = getExecutor();
        return executor == null ? Runnable::run : executor;
    }
}
