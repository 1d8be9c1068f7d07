package org.gongkai.platform.pagecache;

/**
 * What a page is made from (页面依据). Whoever reads data that public pages show notes its name here;
 * while no page is being made for keeping, nothing happens.
 *
 * <p>Names are free text of the module that reads and changes the data, {@code document/…} or
 * {@code columns}: the same name told to {@link PageChanges} ends every page that noted it.
 */
public final class PageSources {
    static final ScopedValue<Rendering> RENDERING = ScopedValue.newInstance();

    private PageSources() {}

    /** The page being made depends on this. */
    public static void note(String source) {
        if (RENDERING.isBound()) {
            RENDERING.get().note(source);
        }
    }
}
