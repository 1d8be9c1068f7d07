package org.gongkai.opengov.projects;

/** A paper that proves something (证明材料), under the name it came with. */
public record ProjectFile(String sha256, String name) {}
