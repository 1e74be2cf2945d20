package dev.rolewise.loopback;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.entities.Message.Attachment;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.interactions.commands.DefaultMemberPermissions;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;
import net.dv8tion.jda.api.interactions.commands.build.SubcommandData;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.FileUpload;
import net.dv8tion.jda.api.utils.cache.CacheFlag;
import net.dv8tion.jda.api.utils.messages.MessageEditBuilder;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A small JDA bot that does each thing that the loopback Discord is there for. */
final class DemoBot extends ListenerAdapter {
    private final CompletableFuture<Void> gate;

    /** @param gate what {@code /late} waits for before it acknowledges */
    DemoBot(CompletableFuture<Void> gate) {
        this.gate = gate;
    }

    /** JDA as a bot without intents and caches starts it, with all of Discord at one address. */
    static ShardManager connect(
            LoopbackDiscord to, Compression compression, String token, CompletableFuture<Void> gate) {
        return DefaultShardManagerBuilder.createLight(token, List.of())
                .setRestConfigProvider(shard -> new RestConfig().setBaseUrl(to.restUrl()))
                .setCompression(compression)
                .disableCache(EnumSet.allOf(CacheFlag.class))
                .setEventPool(Executors.newCachedThreadPool(), true)
                .addEventListeners(new DemoBot(gate))
                .build();
    }

    static List<CommandData> commands() {
        return List.of(
                Commands.slash("ask", "Asks a question")
                        .addOptions(new OptionData(OptionType.STRING, "question", "The question", true, true))
                        .setContexts(EnumSet.of(InteractionContextType.GUILD, InteractionContextType.BOT_DM)),
                Commands.slash("chart", "Sends a picture"),
                Commands.slash("late", "Acknowledges too late"),
                Commands.slash("pick", "Lets choose"),
                Commands.slash("server", "Settings of the server")
                        .setContexts(InteractionContextType.GUILD)
                        .setDefaultPermissions(DefaultMemberPermissions.enabledFor(Permission.MANAGE_SERVER))
                        .addSubcommands(new SubcommandData("upload", "Uploads a document")
                                .addOption(OptionType.ATTACHMENT, "file", "The document", true)),
                Commands.message("Ask about this message"));
    }

    @Override
    public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
        switch (event.getFullCommandName()) {
            case "ask" -> {
                event.deferReply().queue();
                event.getHook()
                        .editOriginal(answer(event.getOption("question").getAsString()))
                        .queue();
            }
            case "chart" ->
                event.replyFiles(FileUpload.fromData("png".getBytes(StandardCharsets.UTF_8), "chart.png")
                                .setDescription("A chart"))
                        .useComponentsV2()
                        .addComponents(MediaGallery.of(MediaGalleryItem.fromUrl("attachment://chart.png")))
                        .queue();
            case "late" -> {
                gate.join();
                event.reply("too late").queue(done -> {}, failure -> {});
            }
            case "pick" ->
                event.reply("Which?")
                        .addComponents(ActionRow.of(StringSelectMenu.create("pick:role")
                                .addOption("AI engineer", "aie")
                                .addOption("ML engineer", "mle")
                                .build()))
                        .queue();
            default -> {
                Attachment file = event.getOption("file").getAsAttachment();
                boolean manages = event.getMember().hasPermission(event.getGuildChannel(), Permission.MANAGE_SERVER);
                event.reply("read " + manages + " " + size(file))
                        .setEphemeral(true)
                        .queue();
            }
        }
    }

    private static int size(Attachment file) {
        try (InputStream content = file.getProxy().download().join()) {
            return content.readAllBytes().length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageEditData answer(String question) {
        return new MessageEditBuilder()
                .useComponentsV2()
                .setComponents(Container.of(
                        TextDisplay.of("**Answer** to " + question),
                        ActionRow.of(
                                Button.primary("ask:sources", "Sources"),
                                Button.secondary("ask:again", "Ask again"),
                                Button.link("https://example.org", "Read"))))
                .build();
    }

    @Override
    public void onCommandAutoCompleteInteraction(CommandAutoCompleteInteractionEvent event) {
        String typed = event.getFocusedOption().getValue();
        event.replyChoices(new Command.Choice(typed + "ools do they use?", "tools"))
                .queue();
    }

    @Override
    public void onButtonInteraction(ButtonInteractionEvent event) {
        switch (event.getComponentId()) {
            case "ask:sources" ->
                event.reply("Source: a note").setEphemeral(true).queue(hook -> hook.sendMessage("more")
                        .setEphemeral(true)
                        .queue());
            default ->
                event.replyModal(Modal.create("ask:modal", "Ask again")
                                .addComponents(Label.of("Question", TextInput.of("question", TextInputStyle.SHORT)))
                                .build())
                        .queue();
        }
    }

    @Override
    public void onModalInteraction(ModalInteractionEvent event) {
        event.editMessage(answer(event.getValue("question").getAsString())).queue();
    }

    @Override
    public void onStringSelectInteraction(StringSelectInteractionEvent event) {
        event.deferEdit().queue();
        event.getHook()
                .editOriginal("You chose " + event.getValues())
                .setComponents()
                .queue();
    }

    @Override
    public void onMessageContextInteraction(MessageContextInteractionEvent event) {
        event.deferReply(true).queue();
        event.getHook()
                .sendMessage("About: " + event.getTarget().getContentRaw())
                .queue();
    }
}
