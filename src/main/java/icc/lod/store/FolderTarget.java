package icc.lod.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A backup as a folder. */
final class FolderTarget implements Backup.Target {
  private final Path folder;

  FolderTarget(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public void file(String name, Path file) throws IOException {
    Path target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }

  @Override
  public void link(String name, String before) throws IOException {
    Path target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    HardLinks.link(folder.resolve(before), target);
  }

  @Override
  public void close() {}
}
