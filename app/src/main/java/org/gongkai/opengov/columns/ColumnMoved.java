package org.gongkai.opengov.columns;

/**
 * A column has another name, address or place in the tree (栏目变动): what names it has to be read
 * again.
 */
public record ColumnMoved(ColumnId column) {}
