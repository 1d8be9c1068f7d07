package org.gongkai.platform.pagecache;

import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 as the container speaks it, with a {@link Porch}; made by the container, by its name.
 */
public final class PorchProtocol extends Http11NioProtocol {
    private final Porch porch;

    /** Without pages: these come with the connector. */
    public PorchProtocol() {
        this(new Porch());
    }

    private PorchProtocol(Porch porch) {
        super(porch);
        this.porch = porch;
    }

    /** Lets the porch of this connector answer these pages. */
    static void open(Connector connector, KeptPages pages) {
        if (connector.getProtocolHandler() instanceof PorchProtocol it && !connector.getSecure()) {
            it.porch.open(pages);
        }
    }
}
