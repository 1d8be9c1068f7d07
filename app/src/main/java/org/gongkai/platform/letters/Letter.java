package org.gongkai.platform.letters;

/** A finished paper (文书成品), the same content twice: .docx to go on working, PDF to keep. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Letter(byte[] docx, byte[] pdf) {}
