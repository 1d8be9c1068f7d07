package org.gongkai.platform.search;

/** A line of the queue (队列条目): the document to look at, and how often that has failed. */
record QueuedDocument(long number, String document, int failures) {}
