package org.gongkai.opengov.portal;

/** A request that the protocol has a word for (收割协议错误): OAI-PMH 2.0, 3.6. */
final class OaiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Code code;

    OaiError(Code code, String told) {
        super(told);
        this.code = code;
    }

    Code code() {
        return code;
    }

    /** The codes of the protocol, as they are written there. */
    enum Code {
        BAD_ARGUMENT("badArgument"),
        BAD_RESUMPTION_TOKEN("badResumptionToken"),
        BAD_VERB("badVerb"),
        CANNOT_DISSEMINATE_FORMAT("cannotDisseminateFormat"),
        ID_DOES_NOT_EXIST("idDoesNotExist"),
        NO_RECORDS_MATCH("noRecordsMatch");

        private final String written;

        Code(String written) {
            this.written = written;
        }

        String written() {
            return written;
        }
    }
}
