package org.gongkai.platform.files;

/** Who still needs a stored file (文件引用): each module that keeps references answers for itself. */
public interface FileReferences {

    /** Whether anything kept, drafts, editions, scans, still refers to this content. */
    boolean needs(String sha256);
}
