package dev.rolewise.loopback;

/** A file on its way: sent by a member as a command option, or by the bot with a message. The bytes are not copied. */
@SuppressWarnings("ArrayRecordComponent")
public record Upload(String fileName, String contentType, byte[] bytes) {}
