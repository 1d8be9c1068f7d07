package org.gongkai.platform.transparencylog;

/** The log's key lies closed with a secret that this machine does not have (密钥不可用). */
final class UnusableKey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableKey(Throwable cause) {
        super("The log's key does not open with the secret of this installation", cause);
    }
}
