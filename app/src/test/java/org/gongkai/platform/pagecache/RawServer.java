package org.gongkai.platform.pagecache;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.gongkai.testing.TestClock;
import org.springframework.mock.env.MockEnvironment;

/** The container alone, with a few kept pages and one other, for readers who send raw bytes. */
final class RawServer implements AutoCloseable {
    private static final int PATIENCE = 20_000;

    private final Tomcat container = new Tomcat();
    private final Connector connector;
    private final KeptPages pages;
    private final AtomicLong handedOn = new AtomicLong();

    private RawServer(String protocol, int timeout) throws Exception {
        var clock = new TestClock();
        pages = new KeptPages(new PageMemory(new MockEnvironment()), clock);
        pages.answering(true);
        keep("/kept", 200, plain("/kept"));
        keep("/kept?page=2", 200, plain("/kept?page=2"));
        keep("/gone", 410, plain("/gone"));
        var noise = new byte[1_900_000];
        new Random(7).nextBytes(noise);
        keep("/large", 200, noise);
        connector = new Connector(protocol);
        connector.setPort(0);
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("maxKeepAliveRequests", "-1");
        // As in the program: 400 readers at the same moment are more than the usual 100 places.
        connector.setProperty("acceptCount", "4096");
        connector.setProperty("connectionTimeout", Integer.toString(timeout));
        connector
                .getProtocolHandler()
                .setExecutor(
                        task -> {
                            handedOn.incrementAndGet();
                            Thread.startVirtualThread(task);
                        });
        FrontDoor.before(connector, pages);
        PorchProtocol.open(connector, pages);
        container.setBaseDir(Files.createTempDirectory("raw-server").toString());
        container.getService().addConnector(connector);
        var errors = new ErrorReportValve();
        errors.setShowReport(false);
        container.getHost().getPipeline().addValve(errors);
        var context = container.addContext("", null);
        Tomcat.addServlet(context, "echo", new Echo());
        context.addServletMappingDecoded("/", "echo");
        container.start();
    }

    static RawServer withPorch() throws Exception {
        return withPorch(PATIENCE);
    }

    /**
     * @param timeout in milliseconds, for what a reader has to send
     */
    static RawServer withPorch(int timeout) throws Exception {
        return new RawServer(PorchProtocol.class.getName(), timeout);
    }

    static RawServer withoutPorch() throws Exception {
        return new RawServer("HTTP/1.1", PATIENCE);
    }

    private static byte[] plain(String address) {
        return "<p>%s</p>".formatted(address).repeat(200).getBytes(StandardCharsets.UTF_8);
    }

    private void keep(String address, int status, byte[] body) {
        var rendering = pages.begin(address).rendering();
        var head =
                List.of(
                        new PageBytes.Header("X-Content-Type-Options", "nosniff"),
                        new PageBytes.Header("Content-Security-Policy", "default-src 'none'"),
                        new PageBytes.Header("Cache-Control", "no-cache"),
                        new PageBytes.Header("Content-Type", "text/html;charset=UTF-8"));
        pages.end(rendering, PageBytes.of(rendering, status, head, body));
        assertThat(pages.find(address)).as(address).isNotNull();
    }

    /** The gzipped body of a page, as text of single bytes. */
    static String body(String address) {
        return new String(Compression.gzip(plain(address)), StandardCharsets.ISO_8859_1);
    }

    String tag(String address, String accepted) {
        return pages.find(address).formFor(accepted).tag();
    }

    long hits() {
        return pages.figures().hits();
    }

    /** How often the container was given something to do. */
    long handedOn() {
        return handedOn.get();
    }

    /** What is answered to this, until the end of the connection. */
    String answer(String request) throws IOException {
        try (var reader = reader()) {
            reader.send(request);
            return reader.rest();
        }
    }

    Reader reader() throws IOException {
        return new Reader(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), connector.getLocalPort()));
    }

    /** Until the container has been given something more to do than this. */
    void waitUntilHandedOn(long before) {
        soon(() -> handedOn.get() > before);
    }

    void waitUntilNobodyIsConnected() {
        var protocol = (AbstractProtocol<?>) connector.getProtocolHandler();
        // The acceptor has taken a place for the next reader already.
        soon(() -> protocol.getConnectionCount() <= 1);
    }

    void pause() {
        connector.pause();
    }

    private static void soon(BooleanSupplier done) {
        var end = System.nanoTime() + PATIENCE * 1_000_000L;
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.yield();
        }
    }

    @Override
    public void close() throws Exception {
        container.stop();
        container.destroy();
    }

    /** Somebody who sends bytes. */
    static final class Reader implements AutoCloseable {
        private final Socket socket = new Socket();

        Reader(InetSocketAddress address) throws IOException {
            socket.setTcpNoDelay(true);
            socket.connect(address);
            socket.setSoTimeout(PATIENCE);
        }

        Socket socket() {
            return socket;
        }

        void send(String bytes) throws IOException {
            try {
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException closed) {
                // The container has closed already; what it said before is read.
            }
        }

        String read(int length) throws IOException {
            return text(socket.getInputStream().readNBytes(length));
        }

        /** What comes until the connection ends, after saying that nothing more is sent. */
        String rest() throws IOException {
            try {
                socket.shutdownOutput();
            } catch (SocketException closed) {
                // As above.
            }
            return untilClosed();
        }

        String untilClosed() throws IOException {
            var all = new java.io.ByteArrayOutputStream();
            var some = new byte[8_192];
            try {
                for (var count = socket.getInputStream().read(some);
                        count >= 0;
                        count = socket.getInputStream().read(some)) {
                    all.write(some, 0, count);
                }
            } catch (SocketException reset) {
                // The container does not read on after a bad request.
            }
            return text(all.toByteArray());
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1)
                    .replaceAll("\r\nDate: [^\r]{29}\r\n", "\r\nDate: now\r\n");
        }

        /** Goes without a word. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Says what it was asked. */
    private static final class Echo extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var body = request.getInputStream().readAllBytes();
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream()
                    .write(
                            "%s %s %s %s\n"
                                    .formatted(
                                            request.getMethod(),
                                            request.getRequestURI(),
                                            request.getQueryString(),
                                            new String(body, StandardCharsets.ISO_8859_1))
                                    .getBytes(StandardCharsets.UTF_8));
        }
    }
}
