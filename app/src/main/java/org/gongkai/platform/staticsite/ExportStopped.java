package org.gongkai.platform.staticsite;

/** The operator has stopped the export (已中断). */
final class ExportStopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
