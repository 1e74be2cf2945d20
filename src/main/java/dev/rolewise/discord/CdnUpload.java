package dev.rolewise.discord;

import dev.rolewise.command.Upload;
import java.io.IOException;
import net.dv8tion.jda.api.entities.Message.Attachment;

/** A file that a member attached to a command. */
record CdnUpload(String name, long size, String url, AttachmentHosts hosts) implements Upload {
    static CdnUpload of(Attachment attachment, AttachmentHosts hosts) {
        return new CdnUpload(attachment.getFileName(), attachment.getSize(), attachment.getUrl(), hosts);
    }

    @Override
    public byte[] read(int most) throws IOException {
        return hosts.fetch(url, most);
    }
}
